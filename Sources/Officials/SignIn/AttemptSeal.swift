import CanonicalJSON
import ConsultLog
import Crypto
import Facts

/// The key under which a browser keeps its own sign-in, so that nothing has to be remembered of
/// those who only begin one: whoever begins thousands takes nobody's place.
///
/// It lives as long as the process; after a restart a sign-in has to begin anew.
struct AttemptSeal: Sendable {
    private let key = SymmetricKey(size: .bits256)
    private static let purpose = Array("onlyonce sign-in v1".utf8)

    /// What the browser keeps, in base64url.
    func seal(_ attempt: SignInAttempt, random: any RandomSource) -> String? {
        let content: JSONObject = [
            "state": .string(attempt.state), "nonce": .string(attempt.nonce),
            "verifier": .string(attempt.verifier), "began": .integer(attempt.began.milliseconds),
        ]
        guard let bytes = try? content.canonicalBytes(),
            let nonce = try? AES.GCM.Nonce(data: random.bytes(12)),
            let box = try? AES.GCM.seal(
                bytes, using: key, nonce: nonce, authenticating: Self.purpose),
            let combined = box.combined
        else { return nil }
        return Base64URL.text(Array(combined))
    }

    /// `nil` of what was not sealed here, or was changed.
    func open(_ text: String) -> SignInAttempt? {
        guard text.utf8.count <= 1024, let bytes = Base64URL.bytes(text),
            let box = try? AES.GCM.SealedBox(combined: bytes),
            let content = try? AES.GCM.open(box, using: key, authenticating: Self.purpose),
            let value = try? JSONValue(parsing: Array(content)),
            let state = value["state"]?.string, let nonce = value["nonce"]?.string,
            let verifier = value["verifier"]?.string, let began = value["began"]?.integer
        else { return nil }
        return SignInAttempt(
            state: state, nonce: nonce, verifier: verifier,
            began: Timestamp(milliseconds: began))
    }
}

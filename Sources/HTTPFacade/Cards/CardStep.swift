import CanonicalJSON
import ParkingCards

/// A step of which it is known what is read, and not yet what is done.
struct CardStep<Content: Sendable>: Sendable {
    let routes: CardRoutes
    let path: String
    let read: @Sendable (inout JSONReader) -> Content?

    /// The route that takes the step.
    func taking(
        _ take:
            @escaping @Sendable (CardID, Content, CallerContext, CardOrder) async throws(Problem)
            -> [UInt8]
    ) -> Route {
        .post(.whole(path)) { body, caller throws(Problem) in
            let request = try CardStepRequest(body, read)
            let order = try routes.order(body, path, caller)
            let answer = try await take(request.card, request.content, caller, order)
            return try Reply { () throws(JSONFailure) in answer }
        }
    }
}

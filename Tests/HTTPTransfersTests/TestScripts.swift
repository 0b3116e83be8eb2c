/// What the test server is made with.
enum TestScripts {
    static let certificates = """
        ca() { n=$1; shift; openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 \
        -nodes -days 2 -subj "/CN=$n" -keyout "$n.key" -out "$n.pem" "$@" 2>>openssl.log; }
        ca ca
        ca other
        ca server -CA ca.pem -CAkey ca.key -addext subjectAltName=DNS:localhost
        ca client -CA ca.pem -CAkey ca.key
        ca stranger -CA other.pem -CAkey other.key
        exec python3 -c "$1"
        """

    /// Paths: `/echo`, `/silent` (never answers), `/cut` (half a body), `/open` (a body without a
    /// length, and no TLS goodbye), `/big` (as many bytes as the query says), `/headers` (too
    /// many), `/garbage`, `/status` (the query), `/once` (answers, then closes), `/moved`.
    /// Every answer names its connection.
    static let server = #"""
        import itertools, os, shutil, socket, ssl, sys, threading
        serial = itertools.count(1)

        def answer(status, body, extra=b''):
            return (b'HTTP/1.1 %d X\r\nContent-Length: %d\r\n' % (status, len(body))
                    + extra + b'\r\n' + body)

        def serve(raw, context):
            try:
                with context.wrap_socket(raw, server_side=True) as s:
                    me = b'X-Connection: %d\r\n' % next(serial)
                    f = s.makefile('rb')
                    while True:
                        line = f.readline()
                        if not line: return
                        method, target, _ = line.split()
                        path, _, query = target.partition(b'?')
                        length, special = 0, b''
                        while (h := f.readline()) not in (b'\r\n', b''):
                            k, _, v = h.partition(b':')
                            if k.lower() == b'content-length': length = int(v)
                            if k.lower() == b'x-special': special = v.strip()
                        body = f.read(length)
                        if path == b'/echo':
                            s.sendall(answer(200, method + b' ' + body,
                                             me + b'X-Special:  ' + special + b' \r\n'))
                        elif path == b'/silent':
                            f.read(1); return
                        elif path == b'/cut':
                            s.sendall(b'HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\nhalf'); return
                        elif path == b'/open':
                            s.sendall(b'HTTP/1.1 200 X\r\n\r\nhalf')
                            os.close(s.detach()); return
                        elif path == b'/big':
                            s.sendall(answer(200, b'x' * int(query), me))
                        elif path == b'/unbounded':
                            s.sendall(b'HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n')
                            while True: s.sendall(b'400\r\n' + b'x' * 1024 + b'\r\n')
                        elif path == b'/headers':
                            s.sendall(answer(200, b'', b''.join(
                                b'X-%d: %s\r\n' % (i, b'y' * 1000) for i in range(100))))
                        elif path == b'/garbage':
                            s.sendall(b'hello\r\n\r\n'); return
                        elif path == b'/status':
                            s.sendall(answer(int(query), b'', me))
                        elif path == b'/moved':
                            s.sendall(answer(302, b'', b'Location: /echo\r\n'))
                        elif path == b'/once':
                            s.sendall(answer(200, b'', me)); return
            except (OSError, ValueError):
                pass
            finally:
                raw.close()

        def listen(newest):
            c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            c.load_cert_chain('server.pem', 'server.key')
            c.load_verify_locations('ca.pem')
            c.verify_mode = ssl.CERT_REQUIRED
            c.maximum_version = newest
            l = socket.create_server(('localhost', 0), backlog=512)
            def accept():
                while True:
                    s, _ = l.accept()
                    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    threading.Thread(target=serve, args=(s, c), daemon=True).start()
            threading.Thread(target=accept, daemon=True).start()
            return l.getsockname()[1]

        print(listen(ssl.TLSVersion.TLSv1_3), listen(ssl.TLSVersion.TLSv1_2), flush=True)
        sys.stdin.read()
        shutil.rmtree(os.getcwd())
        """#
}

"""Requests that mean no good, or make no sense, with the statuses that may answer them; 0 is an end without a word.

`HOST` stands for the server's own host and port.
"""

from dateline.edge.server import LARGEST_BODY, LARGEST_HEAD

GET = "GET {} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"
UPGRADE = (
    "GET /livereload HTTP/1.1\r\nHost: {}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n{}\r\n"
)
HOSTILE: dict[str, tuple[str, tuple[int, ...]]] = {
    "another host": ("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", (403,)),
    "another host's script": ("GET /livereload.js HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", (403,)),
    "a host that begins like ours": (
        "GET / HTTP/1.1\r\nHost: HOST.evil.example\r\nConnection: close\r\n\r\n",
        (400, 403),
    ),
    "a host with a user": ("GET / HTTP/1.1\r\nHost: x@HOST\r\nConnection: close\r\n\r\n", (400, 403)),
    "another port": ("GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n", (403,)),
    "no port": ("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", (403,)),
    "no host": ("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", (400,)),
    "no host, as it was once": ("GET / HTTP/1.0\r\n\r\n", (403,)),
    "two hosts": ("GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\nConnection: close\r\n\r\n", (400,)),
    "a way up": (GET.format("/../../../../etc/passwd"), (404,)),
    "an escaped way up": (GET.format("/%2e%2e/%2e%2e/%2e%2e/etc/passwd"), (404,)),
    "a twice escaped way up": (GET.format("/%252e%252e/%252e%252e/etc/passwd"), (404,)),
    "escaped slashes": (GET.format("/..%2f..%2f..%2fetc%2fpasswd"), (404,)),
    "backslashes": (GET.format("/..\\..\\etc\\passwd"), (404,)),
    "a root of its own": (GET.format("//etc/passwd"), (404,)),
    "a whole address": (GET.format("http://evil.example/"), (404,)),
    "a file's address": (GET.format("file:///etc/passwd"), (404,)),
    "a null": (GET.format("/%00"), (404,)),
    "a null after a file": (GET.format("/index.html%00.css"), (404,)),
    "no Unicode": (GET.format("/%ff%fe"), (404,)),
    "raw bytes": (GET.format("/\xff\xfe"), (400, 404)),
    "a line break": (GET.format("/x%0d%0aSet-Cookie:%20a=b"), (404,)),
    "a reload for everyone": (GET.format("/forcereload?path=x"), (404,)),
    "the socket without a socket": (
        GET.format("/livereload").replace("\r\nConn", "\r\nOrigin: http://HOST\r\nConn"),
        (400,),
    ),
    "something to keep": (
        "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx",
        (405,),
    ),
    "a trace": ("TRACE / HTTP/1.1\r\nHost: HOST\r\nX-Secret: s\r\nConnection: close\r\n\r\n", (405,)),
    "a method of nobody's": ("BREW / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", (405,)),
    "a tunnel": ("CONNECT evil.example:443 HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", (405,)),
    "a long address": (GET.format("/" + "a" * LARGEST_HEAD), (0, 400, 431)),
    "long headers": (GET.format(f"/ HTTP/1.1\r\nX: {'a' * LARGEST_HEAD}"), (0, 400, 431)),
    "a large body": (f"POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: {LARGEST_BODY + 1}\r\n\r\n", (0, 400, 413)),
    "a body of endless pieces": (
        f"POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n{'a' * 1024}\r\n1\r\na\r\n",
        (0, 400, 413),
    ),
    "a length below nothing": ("POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n", (0, 400)),
    "two lengths": ("GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\nContent-Length: 9\r\n\r\n", (0, 400)),
    "no HTTP": ("\x16\x03\x01\x02\x00\x01\r\n\r\n", (0, 400)),
    "a socket from another page": (UPGRADE.format("HOST", "Origin: http://evil.example\r\n"), (403,)),
    "a socket from nowhere": (UPGRADE.format("HOST", ""), (403,)),
    "a socket from a file": (UPGRADE.format("HOST", "Origin: null\r\n"), (403,)),
    "a socket that gives itself out": (
        UPGRADE.format("HOST", "Origin: http://evil.example\r\nSec-Fetch-Site: same-origin\r\n"),
        (403,),
    ),
    "a socket from another port": (UPGRADE.format("HOST", "Origin: http://127.0.0.1:1\r\n"), (403,)),
    "a socket that names no scheme": (UPGRADE.format("HOST", "Origin: HOST\r\n"), (403,)),
    "a socket under another name": (UPGRADE.format("evil.example", "Origin: http://HOST\r\n"), (403,)),
}

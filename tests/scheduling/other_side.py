"""The other side of a delivery, on loopback: a mail server and a web server that behave as they are told to."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

SLOW = 30.0
"""Seconds that a side which keeps others waiting waits; tests do not."""


@dataclass
class Mailbox:
    """A mail server's handler. `behaviour`: take, or an answer such as `550 no`, or lose (hang up), or wait."""

    behaviour: str = "take"
    received: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Any) -> str:  # noqa: N802 - the name it is called by
        if self.behaviour == "lose":
            assert server.transport is not None
            server.transport.close()
            return "421 gone"
        if self.behaviour == "wait":
            await asyncio.sleep(SLOW)
        if self.behaviour not in ("take", "wait"):
            return self.behaviour
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@contextmanager
def mail_server(mailbox: Mailbox) -> Iterator[int]:
    """A real SMTP server; its port."""
    port = closed_port()
    controller = Controller(mailbox, hostname="127.0.0.1", port=port, ready_timeout=10)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


@dataclass
class Hook:
    """A web server's behaviour: a status to answer with, or lose, or wait. `received` are headers and bodies."""

    behaviour: str = "200"
    received: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def web_server(hook: Hook, certificate: ssl.SSLContext | None = None) -> Iterator[int]:
    """A real HTTP server, or HTTPS with a certificate; its port."""
    leave = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if hook.behaviour == "lose":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
                self.wfile.flush()
                self.connection.close()
                return
            if hook.behaviour == "wait":
                leave.wait(SLOW)
                return
            hook.received.append((dict(self.headers), body))
            self.send_response(int(hook.behaviour))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            """A client that hangs up, for a bad certificate, is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    if certificate is not None:
        server.socket = certificate.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        leave.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def closed_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port

"""Serves a site to browsers on this machine, and tells them when it has changed.

Pages are looked up in a tree in memory, never on the disk, so no address leads out of it. Other web sites that the
author visits can make a browser send requests here: only those that name us as their host are answered, and only our own
pages may listen on the socket. What livereload brings is its socket and its script; its file server, its watcher and its
`/forcereload` are not used.
"""

import errno
import html
import importlib.resources
import re
import socket
from collections.abc import Mapping
from ipaddress import ip_address
from types import SimpleNamespace
from typing import Any

from livereload.handlers import LiveReloadHandler
from msgspec import DecodeError, Struct, json
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from dateline.edge.addresses import Answer, answer
from dateline.kernel.plan import Plan, Tree, diff

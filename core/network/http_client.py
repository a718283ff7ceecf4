"""The only factory of HTTP clients, so that none reads proxies from the environment or follows a redirect elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

CONNECT_TIMEOUT_S = 5.0
ANSWER_TIMEOUT_S = 30.0


def client_options(*, timeout_s: float = ANSWER_TIMEOUT_S) -> dict[str, Any]:
    """Options for any client that is built on httpx: no environment, no redirects, bounded waiting."""
    import httpx  # 80 ms, paid when the first connection is made

    return {
        "trust_env": False,
        "follow_redirects": False,
        "timeout": httpx.Timeout(timeout_s, connect=CONNECT_TIMEOUT_S),
    }


def http_client(*, base_url: str = "", timeout_s: float = ANSWER_TIMEOUT_S) -> httpx.AsyncClient:
    """A client whose connections the guard sees like all others. The caller closes it."""
    import httpx

    return httpx.AsyncClient(base_url=base_url, **client_options(timeout_s=timeout_s))

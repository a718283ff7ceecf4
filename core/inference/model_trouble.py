"""What can go wrong with a model, in the owner's words, and how an engine's error becomes one of them.

ModelTrouble (core.errors)
├── ServerNotRunning          nobody listens; Ollama on this machine
│   ├── OtherServerNotRunning     … an OpenAI-compatible server
│   ├── OwnServerNotRunning       … Hearth's own Ollama
│   └── ServerOutOfReach          … a server on another computer
├── WrongAddress              something answers that is no model server
├── ServerOutdated            the server is too old
├── ServerBusy                it asks to come back in a moment
├── ServerSaidNo              any other refusal, in the server's own words
├── ServerNotSetUp            the model belongs to a server that the settings no longer name
├── NoModelInstalled          there is no model to answer with
├── ModelNotInstalled         the named model is missing
│   └── ModelNotServed            … on an OpenAI-compatible server
├── NotEnoughMemory           the model does not fit
├── AnswerBrokeOff            the stream ended before its last piece
├── AnswerStalled             silence in the middle of an answer
├── NoFirstWord               no answer began in time
│   └── ServerSilent              … nor did the server say which models it has
├── AnswerTookTooLong         the whole answer took longer than allowed
├── RemoteModelForbidden      the model would send the prompt to another computer
├── ModelCannot               the model lacks an ability
│   └── ModelCannotSee, ModelCannotUseTools, ModelCannotThink
├── MessageTooLong            one message alone is larger than the window
├── BudgetSpent               the owner's own token budget is used up
└── TooManyCalls              the owner's own rate limit
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from core.errors import ModelTrouble
from models import engine_errors as engine


class ServerNotRunning(ModelTrouble):
    """Nobody listens at Ollama's address."""

    sentence = "Ollama is not running: nobody answers at {address}."
    next_step = "Start Ollama (open the Ollama app, or run “ollama serve”) and press Retry."
    can_retry = True


class OtherServerNotRunning(ServerNotRunning):
    """Nobody listens at the address of an OpenAI-compatible server."""

    sentence = "No model server answers at {address}."
    next_step = "Start the model server (llama.cpp, vLLM, LM Studio …) and press Retry."


class OwnServerNotRunning(ServerNotRunning):
    """Hearth's own Ollama is used, and is not installed, does not start or was given up."""

    sentence = "Hearth’s own Ollama is not running."
    next_step = "Open Models to see why and to start or install it, then press Retry."


class ServerOutOfReach(ServerNotRunning):
    """A server on another computer does not answer."""

    sentence = "The model server at {address} cannot be reached."
    next_step = "Check the address under Settings › Model servers, and that the server runs there; then press Retry."


class WrongAddress(ModelTrouble):
    """Something listens there that does not speak the protocol."""

    sentence = "Something answers at {address}, but it is not a model server."
    next_step = "Check the address and port under Settings › Model servers. Ollama’s own is http://127.0.0.1:11434."


class ServerOutdated(ModelTrouble):
    """The server is older than what Hearth needs."""

    sentence = "The model server at {address} is too old: version {version}, and {needed} or newer is needed."
    next_step = "Update Ollama from its app or from its download page, start it again and press Retry."


class ServerBusy(ModelTrouble):
    """The server is overloaded or starting."""

    sentence = "The model server is busy."
    next_step = "Wait a moment and press Retry."
    can_retry = True


class ServerSaidNo(ModelTrouble):
    """The server refused for a reason of its own, which stands in the detail."""

    sentence = "The model server refused the question."
    next_step = "Read the details below, then try again or choose another model."
    can_retry = True


class ServerNotSetUp(ModelTrouble):
    """The name of the model points at a server that is not in the settings."""

    sentence = "The server of “{model}” is no longer set up."
    next_step = "Choose another model, or add the server again under Settings › Model servers."


class NoModelInstalled(ModelTrouble):
    """No server has a model that can chat."""

    sentence = "No language model is installed yet."
    next_step = "Run “ollama pull llama3.2” in a terminal (about 2 GB), then press Retry."
    can_retry = True


class ModelNotInstalled(ModelTrouble):
    """Ollama does not have the model."""

    sentence = "The model “{model}” is not installed."
    next_step = "Run “ollama pull {model}” in a terminal and press Retry, or choose another model."
    can_retry = True


class ModelNotServed(ModelNotInstalled):
    """An OpenAI-compatible server does not have the model."""

    sentence = "The server at {address} does not have the model “{model}”."
    next_step = "Load the model there and press Retry, or choose another model."


class NotEnoughMemory(ModelTrouble):
    """The model and its window do not fit into memory."""

    sentence = "There is not enough memory for “{model}”."
    next_step = "Choose a smaller model, lower the context size under Settings › Chat, or close other programs."
    can_retry = True


class AnswerBrokeOff(ModelTrouble):
    """The connection or the model failed in the middle."""

    sentence = "The answer broke off. What had arrived is kept."
    next_step = "Press Retry. If it happens again, look at the details or restart the model server."
    can_retry = True


class AnswerStalled(ModelTrouble):
    """Nothing came for too long."""

    sentence = "The model has been silent for {silence_s} seconds. What had arrived is kept."
    next_step = "Press Retry. If it happens again, restart the model server or choose a smaller model."
    can_retry = True


class NoFirstWord(ModelTrouble):
    """The answer did not begin in time."""

    sentence = "“{model}” did not begin to answer within {wait_s} seconds."
    next_step = "It may still be loading: press Retry, or choose a smaller model."
    can_retry = True


class ServerSilent(NoFirstWord):
    """The server takes connections and says nothing, whatever it is asked."""

    sentence = "The model server at {address} did not answer within {wait_s} seconds."
    next_step = "Restart the model server and press Retry."


class AnswerTookTooLong(ModelTrouble):
    """The answer is longer than the owner's limit on time."""

    sentence = "The answer took longer than {limit_s} seconds and was ended. What had arrived is kept."
    next_step = "Ask for a shorter answer, or choose a faster model."
    can_retry = True


class RemoteModelForbidden(ModelTrouble):
    """A cloud model, and the door for it is closed."""

    sentence = "“{model}” runs on somebody else’s computer, so nothing was sent to it."
    next_step = "Choose a model that runs here, or allow remote models under Settings › Model servers."


class ModelCannot(ModelTrouble):
    """The model lacks an ability that this call needs."""

    sentence = "“{model}” cannot do this."
    next_step = "Choose another model."


class ModelCannotSee(ModelCannot):
    """Images were attached for a model that takes none."""

    sentence = "“{model}” cannot see images."
    next_step = "Choose a model that sees (for example “ollama pull llama3.2-vision”), or remove the image."


class ModelCannotUseTools(ModelCannot):
    """Tools were offered to a model that takes none."""

    sentence = "“{model}” cannot use tools."
    next_step = "Choose a model that can use tools, for example llama3.2 or qwen3."


class ModelCannotThink(ModelCannot):
    """Thinking was asked of a model that has none."""

    sentence = "“{model}” cannot show its thinking."
    next_step = "Turn thinking off for this chat, or choose a thinking model."


class MessageTooLong(ModelTrouble):
    """One message alone does not fit. Figures are estimated tokens."""

    sentence = "This message is too long for “{model}”: about {needed} tokens, and there is room for {room}."
    next_step = "Shorten it or attach less, or raise the context size under Settings › Chat (now {window} tokens)."


class BudgetSpent(ModelTrouble):
    """The owner set a budget, and it is used up."""

    sentence = "Today’s budget of {limit} tokens is used up."
    next_step = "Raise the budget under Settings › Chat, or go on tomorrow."


class TooManyCalls(ModelTrouble):
    """The owner set a rate limit, and the wait for it would be too long."""

    sentence = "There were too many questions in a short time."
    next_step = "Wait {wait_s} seconds and press Retry."
    can_retry = True


_ABILITIES: dict[str, type[ModelCannot]] = {
    "vision": ModelCannotSee,
    "tools": ModelCannotUseTools,
    "thinking": ModelCannotThink,
}


def trouble_from(
    error: engine.EngineError, *, provider: str = "ollama", model: str = "", begun: bool = False
) -> ModelTrouble:
    """The owner's words for `error`. `begun` tells that part of the answer had arrived."""
    named = {"model": error.model or model, "address": error.address}
    match error:
        case engine.PrivateServerFailed():
            return OwnServerNotRunning(error.detail, **named)
        case engine.ServerUnreachable():
            return AnswerBrokeOff(error.detail, **named) if begun else _unreachable(error, provider, named)
        case engine.ModelMissing():
            return (ModelNotInstalled if provider == "ollama" else ModelNotServed)(error.detail, **named)
        case engine.OutOfMemory():
            return NotEnoughMemory(error.detail, **named)
        case engine.AbilityMissing():
            return _ABILITIES.get(error.ability, ModelCannot)(error.detail, **named)
        case engine.ServerRefused():
            return (ServerBusy if error.status in (429, 503) else ServerSaidNo)(error.detail, **named)
        case engine.RemoteModelRefused():
            return RemoteModelForbidden(error.detail, **named)
        case engine.ServerTooOld():
            return ServerOutdated(error.detail, version=error.version, needed=error.needed, **named)
        case engine.NotAModelServer():
            return WrongAddress(error.detail, **named)
        case engine.StreamStalled():
            silence = f"{error.silence_s:g}"
            if begun:
                return AnswerStalled(error.detail, silence_s=silence, **named)
            return (NoFirstWord if named["model"] else ServerSilent)(error.detail, wait_s=silence, **named)
        case engine.StreamBroken():
            return AnswerBrokeOff(error.detail, **named)
        case _:
            return ModelTrouble(error.detail, **named)


def _unreachable(error: engine.EngineError, provider: str, named: dict[str, str]) -> ServerNotRunning:
    if not _on_this_machine(error.address):
        return ServerOutOfReach(error.detail, **named)
    return (ServerNotRunning if provider == "ollama" else OtherServerNotRunning)(error.detail, **named)


def _on_this_machine(address: str) -> bool:
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:  # no address at all, such as an unclosed bracket
        return False
    if host in ("", "localhost") or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

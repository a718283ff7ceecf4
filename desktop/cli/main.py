"""`hearth …`: the parser and the way from words to a command. Imports no Qt."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from core.errors import Cancelled, HearthError
from core.paths import HearthPaths
from core.vault.hardening import forbid_attaching

Command = Callable[[argparse.Namespace, HearthPaths], Coroutine[Any, Any, int]]

COMMANDS = ("ask", "chat", "doctor", "export", "import", "vault")

VERBS = (
    ("show", "bring the window to the front"),
    ("new", "start a new chat"),
    ("quick", "open the small chat, with this text in it"),
    ("toggle", "open the small chat, or hide it"),
    ("talk", "begin to listen; said again: send what was spoken"),
    ("dictate", "write down what you say, to be pasted into any program; said again: end it"),
    ("selection", "take the selected text into the small chat"),
    ("screenshot", "take a picture of the screen into a chat"),
    ("open", "show these files to Hearth"),
    ("quit", "end the Hearth that is running"),
)
"""What a running Hearth is asked for. With a display, `desktop.__main__` does it without this parser."""


def main(arguments: list[str]) -> int:
    """Run one command; returns its exit status: 0 done, 1 failed with a sentence, 2 wrong words, 130 interrupted."""
    options = _parser().parse_args(arguments)
    forbid_attaching()  # a window may not: it would lose its file dialogs
    command: Command = options.command
    try:
        return asyncio.run(command(options, HearthPaths.of_this_user()))
    except (KeyboardInterrupt, Cancelled):
        print(file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away, as `head` does
        return 0
    except HearthError as error:
        show_error(error, as_json=getattr(options, "json", False))
        return 1


def show_error(error: HearthError, *, as_json: bool = False) -> None:
    """What happened and what to do, on standard error (or as one JSON object on standard output)."""
    if as_json:
        line = {
            "event": "error",
            "code": error.code,
            "sentence": error.owner_sentence,
            "next_step": error.owner_next_step,
        }
        print(json.dumps(line, ensure_ascii=False), flush=True)
        return
    print(f"{error.owner_sentence}\n{error.owner_next_step}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hearth", description="A private assistant. Without a command, the window opens."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    ask = _command(commands, "ask", _ask, "ask one question; standard input is read as well")
    ask.add_argument("question", nargs="*", help="the question; empty: standard input is the question")
    ask.add_argument("--model", default=None, help="answer with this model")
    ask.add_argument("--json", action="store_true", help="one JSON object a line for each event")
    ask.add_argument("--private", action="store_true", help="keep nothing, and open no profile")
    ask.add_argument("--chat", metavar="ID", default=None, help="go on in this chat")
    ask.add_argument("--image", metavar="FILE", action="append", default=[], help="show the model a picture")
    ask.add_argument("--thinking", action="store_true", help="show the model's thinking on standard error")

    chat = _command(commands, "chat", _chat, "talk in the terminal")
    chat.add_argument("--model", default=None, help="answer with this model")
    chat.add_argument("--private", action="store_true", help="keep nothing, and open no profile")
    chat.add_argument("--chat", metavar="ID", default=None, help="go on in this chat; “last” is the newest")

    doctor = _command(commands, "doctor", _doctor, "check everything and say how to mend it")
    doctor.add_argument("--json", action="store_true", help="one JSON object a line for each check")

    export = _command(commands, "export", _export, "write chats to a file")
    export.add_argument("file", help="the file to write; “-” is standard output")
    export.add_argument("--format", choices=("markdown", "json", "html"), default=None, help="else by the file's name")
    export.add_argument("--chat", metavar="ID", action="append", default=[], help="only this chat; may be repeated")

    read = _command(commands, "import", _import, "read chats from a Hearth, ChatGPT or Open WebUI export")
    read.add_argument("file", help="the exported file")

    vault = _command(commands, "vault", _vault, "back up, restore, verify")
    vault.add_argument("act", choices=("list", "create", "backup", "restore", "verify"), help="what to do")
    vault.add_argument("file", nargs="?", default=None, help="the backup to write or read")
    _add_verbs(commands)
    return parser


def _add_verbs(commands: Any) -> None:
    for verb, help_text in VERBS:
        parser = commands.add_parser(verb, help=help_text, description=help_text)
        if verb in ("quick", "open"):
            parser.add_argument(
                "words",
                nargs="*" if verb == "quick" else "+",
                metavar="TEXT" if verb == "quick" else "FILE",
                help="the text; “--” before one that begins with a dash" if verb == "quick" else "a file",
            )
        parser.set_defaults(command=_hand_over, verb=verb, words=[])


def _command(commands: Any, name: str, run: Command, help_text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_text, description=help_text)
    parser.add_argument("--profile", metavar="NAME", default=None, help="use this profile")
    parser.set_defaults(command=run)
    return parser


# Each command is a page of its own, imported when it is chosen.


async def _hand_over(options: argparse.Namespace, paths: HearthPaths) -> int:
    from desktop.cli.handover import hand_over_here
    from desktop.start_request import request_of

    request = request_of([options.verb, *(["--", *options.words] if options.words else [])])
    assert request is not None  # the parser has seen to it
    return await asyncio.to_thread(hand_over_here, request, paths.instance_socket)


async def _ask(options: argparse.Namespace, paths: HearthPaths) -> int:
    from desktop.cli.ask import ask

    return await ask(options, paths)


async def _chat(options: argparse.Namespace, paths: HearthPaths) -> int:
    from desktop.cli.talk import talk

    return await talk(options, paths)


async def _doctor(options: argparse.Namespace, paths: HearthPaths) -> int:
    from desktop.cli.doctor import doctor

    return await doctor(options, paths)


async def _export(options: argparse.Namespace, paths: HearthPaths) -> int:
    from desktop.cli.transfer import export_chats

    return await export_chats(options, paths)


async def _import(options: argparse.Namespace, paths: HearthPaths) -> int:
    from desktop.cli.transfer import import_chats

    return await import_chats(options, paths)


async def _vault(options: argparse.Namespace, paths: HearthPaths) -> int:
    from desktop.cli.vault_care import care

    return await care(options, paths)

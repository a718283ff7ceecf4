"""`Questions`: stores what is asked, each question with an empty answer below it, before any server is called."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from core.chat.personas import Persona
from core.conversations.conversation_store import Conversation, ConversationStore
from core.conversations.message_tree import Attachment, Message, NewAttachment
from core.errors import NothingToAnswer
from core.library.model_parameters import ModelParameters

if TYPE_CHECKING:
    from core.knowledge.passage import Passage


class Unset(Enum):
    """`UNSET` as a parent means the message in sight; None would mean the beginning of the chat."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET
NO_WISHES: Final = ModelParameters()


@dataclass(frozen=True, slots=True)
class Asked:
    """A stored question, and the empty answer below it. `anew`: the question had been answered before."""

    conversation: Conversation
    question: Message
    answer: Message
    anew: bool
    persona: Persona | None = None
    wishes: ModelParameters = NO_WISHES  # for this message alone
    hint: str = ""  # for this message alone, from Hearth
    picked: Sequence[Passage] | None = None  # the passages to answer from, instead of looking any up
    quoting: bool = False  # the question holds words of another program

    @property
    def in_words(self) -> str:
        """The question, or what came with it where it says nothing."""
        return self.question.text.strip() or ", ".join(item.name for item in self.question.attachments)


class Questions:
    """Questions in the chats of one store.

    `persona_of` knows the persona with an id; `usual_model` is asked where neither the question nor chat or persona
    names a model, and is empty where a server must be asked first which there are.
    """

    def __init__(
        self,
        store: ConversationStore,
        *,
        persona_of: Callable[[str], Awaitable[Persona | None]] | None,
        usual_model: Callable[[], str],
    ) -> None:
        self._store = store
        self._persona_of = persona_of
        self._usual_model = usual_model

    async def new(
        self,
        conversation_id: str,
        text: str,
        attachments: Sequence[NewAttachment | Attachment],
        *,
        parent_id: str | Unset | None,
        model: str | None,
    ) -> Asked:
        """A question below `parent_id`. NothingToAnswer when it is empty."""
        if not text.strip() and not attachments:
            raise NothingToAnswer
        conversation = await self._store.get(conversation_id)
        parent = conversation.active_leaf_id if isinstance(parent_id, Unset) else parent_id
        return await self._stored(conversation, text, attachments, parent_id=parent, model=model)

    async def otherwise(
        self,
        question_id: str,
        text: str,
        attachments: Sequence[NewAttachment | Attachment] | None,
        *,
        model: str | None,
    ) -> Asked:
        """A question beside another one; without `attachments`, with those that it had. NothingToAnswer."""
        first = await self._store.message(question_id)
        attached = first.attachments if attachments is None else attachments
        if not text.strip() and not attached:
            raise NothingToAnswer
        conversation = await self._store.get(first.conversation_id)
        return await self._stored(conversation, text, attached, parent_id=first.parent_id, model=model)

    async def again(self, answer_id: str, *, model: str | None) -> Asked:
        """The question that was answered so, or that has this id itself, with another answer below it."""
        answer = await self._store.message(answer_id)
        question = answer if answer.role == "user" else await self._question_of(answer)
        conversation = await self._store.get(answer.conversation_id)
        persona = await self._persona(conversation)
        begun = await self._store.append(
            question.conversation_id,
            parent_id=question.message_id,
            role="assistant",
            text="",
            model=self._known_model(conversation, persona, model),
            state="streaming",
        )
        return Asked(conversation, question, begun, True, persona)

    async def _stored(
        self,
        conversation: Conversation,
        text: str,
        attachments: Sequence[NewAttachment | Attachment],
        *,
        parent_id: str | None,
        model: str | None,
    ) -> Asked:
        """Question and empty answer in one commit."""
        persona = await self._persona(conversation)
        question, answer = await self._store.append_exchange(
            conversation.conversation_id,
            parent_id=parent_id,
            text=text,
            attachments=attachments,
            model=self._known_model(conversation, persona, model),
        )
        return Asked(conversation, question, answer, False, persona)

    async def _question_of(self, answer: Message) -> Message:
        if answer.parent_id is None:
            raise NothingToAnswer
        return await self._store.message(answer.parent_id)

    async def _persona(self, conversation: Conversation) -> Persona | None:
        """Who answers; None for nobody in particular, and for a persona that was deleted."""
        if not conversation.persona_id or self._persona_of is None:
            return None
        return await self._persona_of(conversation.persona_id)

    def _known_model(self, conversation: Conversation, persona: Persona | None, model: str | None) -> str:
        of_persona = persona.model if persona is not None else ""
        return model or conversation.model or of_persona or self._usual_model()

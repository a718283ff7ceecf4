"""`TurnPlan`: how the model is called for one answer, by the wishes of owner, model, persona and message."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from core.chat.asked_question import NO_WISHES, Asked
from core.chat.context import TurnContext
from core.chat.context_window import SummaryBy, Window
from core.chat.prompt import build_prompt
from core.chat.sourced_context import MOST_TOKENS
from core.chat.turn_settings import TurnSettings
from core.errors import ModelTrouble
from core.inference.gateway import Gateway
from core.inference.middleware import ModelCall
from core.inference.model_trouble import ModelCannotSee, NoModelInstalled
from core.inference.served_models import place_of
from core.library.model_parameters import ModelParameters
from models.language.language_model import ModelDetails
from models.language.messages import ChatRequest

# What a model can do is asked once and kept; a server that takes longer than this for it will take long for everything.
DETAILS_WITHIN_S = 3.0


@dataclass(frozen=True, slots=True)
class TurnPlan:
    """Model, window and settings of one answer. `fixed`: by exactly this model; `think` None where it cannot."""

    settings: TurnSettings
    model: str
    window: Window
    sees: bool
    think: bool | None
    fixed: bool
    cacheable: bool

    @property
    def room_for_passages(self) -> int:
        """Tokens that passages of documents may take up."""
        return min(MOST_TOKENS, self.window.room // 2)

    @property
    def room_for_texts(self) -> int:
        """Tokens that the attached texts of one message may take up; what is longer is looked up like a document."""
        return self.window.tokens // 4

    @property
    def summary_by(self) -> SummaryBy:
        """Who summarises what no longer fits."""
        return SummaryBy(
            self.model,
            fallback_models=self.settings.fallback_models,
            keep_alive_s=self.settings.keep_alive_s,
            think=None if self.think is None else False,
            cacheable=self.cacheable,
        )

    def call(self, context: TurnContext) -> ModelCall:
        """The call that has `context` answered."""
        settings = self.settings
        return ModelCall(
            ChatRequest(
                model=self.model,
                messages=build_prompt(context),
                sampling=settings.sampling,
                context_tokens=self.window.tokens,
                think=self.think,
                keep_alive_s=settings.keep_alive_s,
            ),
            purpose="chat",
            fallback_models=settings.fallback_models,
            fixed=self.fixed,
            cacheable=self.cacheable,
        )


class TurnPlans:
    """Plans answers. `settings` is read for each; `parameters_of` knows the owner's wishes for a model."""

    def __init__(
        self,
        gateway: Gateway,
        settings: Callable[[], TurnSettings],
        *,
        private: bool,
        parameters_of: Callable[[str], Awaitable[ModelParameters]] | None,
    ) -> None:
        self._gateway = gateway
        self._settings = settings
        self._private = private
        self._parameters_of = parameters_of
        self._first_offered = ""

    def usual_model(self) -> str:
        """The model to ask where nobody wishes another one; empty where a server must be asked first."""
        return self._settings().default_model or self._first_offered

    def look_again(self) -> None:
        """A turn failed: what the servers offer may have changed."""
        self._first_offered = ""

    async def plan(self, asked: Asked, *, fixed: bool) -> TurnPlan:
        """How to answer this. ModelCannotSee for pictures that the model would never be shown; NoModelInstalled."""
        model = asked.answer.model or await self._first_model()
        wishes = asked.wishes.over(asked.persona.parameters) if asked.persona is not None else asked.wishes
        settings = self._settings().under(wishes.over(await self._wishes_for(model)))
        details = await self._details(model)
        if asked.question.attachments and details is not None and "vision" not in details.abilities:
            images = [item for item in asked.question.attachments if item.kind == "image"]
            if images:
                raise ModelCannotSee(model=place_of(model).model)
        thinks = details is not None and "thinking" in details.abilities
        return TurnPlan(
            settings=settings,
            model=model,
            window=Window.of(
                settings.context_tokens,
                trained=details.context_tokens if details else None,
                answer_limit=settings.sampling.max_tokens,
            ),
            sees=details is None or "vision" in details.abilities,
            think=settings.think if thinks else None,
            fixed=fixed,
            cacheable=not self._private and not asked.anew,
        )

    async def warm(self, model: str = "") -> None:
        """Load the model that the next question will go to, with the window that it will have. Raises ModelTrouble."""
        settings = self._settings()
        wanted = model or settings.default_model or await self._first_model()
        details = await self._gateway.details(wanted)
        settings = settings.under(await self._wishes_for(wanted))
        window = Window.of(settings.context_tokens, trained=details.context_tokens)
        await self._gateway.warm(wanted, context_tokens=window.tokens, keep_alive_s=settings.keep_alive_s)

    async def _wishes_for(self, model: str) -> ModelParameters:
        return NO_WISHES if self._parameters_of is None else await self._parameters_of(model)

    async def _first_model(self) -> str:
        """The first model on offer that chats and runs here; remembered until a turn with it fails."""
        if not self._first_offered:
            offered = [model.name for model in await self._gateway.models() if model.chats and not model.remote]
            if not offered:
                raise NoModelInstalled
            self._first_offered = offered[0]
        return self._first_offered

    async def _details(self, model: str) -> ModelDetails | None:
        """None when the server will not tell, or not soon: the call itself finds the words for it, or a fallback."""
        try:
            async with asyncio.timeout(DETAILS_WITHIN_S):
                return await self._gateway.details(model)
        except (ModelTrouble, TimeoutError):
            return None

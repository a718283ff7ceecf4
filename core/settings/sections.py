"""The settings, section by section. A field says its title, its help and its limits; the form is made from that.

Sections are frozen `msgspec` structs: importing that costs a tenth of pydantic (measured 64 against 370 ms of processor
time for this page), and the early settings stand between the start of the process and the first paint.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

ThemeName = Literal["system", "light", "dark", "high_contrast"]
LanguageName = Literal["system", "en", "de", "es", "ja"]

HIDDEN = {"hidden": True}


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all sections. Unknown names are left out when reading; values are checked on every change."""


class OpenAiServer(Section, frozen=True, kw_only=True):
    """A server that speaks OpenAI's protocol: llama.cpp, vLLM, LM Studio."""

    name: Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^(?!ollama$)[A-Za-z0-9_.-]+$", title="Name")]
    address: Annotated[str, Meta(min_length=1, title="Address", description="For example http://127.0.0.1:8080/v1")]
    api_key: Annotated[str, Meta(title="Key", description="Only where the server asks for one.")] = ""


class KeptDoor(Section, frozen=True, kw_only=True):
    """A door that is opened again whenever this profile is unlocked."""

    host: str
    port: int | None = None
    purpose: str


# ---- known before unlocking: nothing here says anything about the owner ----------------------------------------------


class AppearanceSettings(Section, frozen=True, kw_only=True):
    """How Hearth looks."""

    theme: Annotated[
        ThemeName, Meta(title="Theme", description="“System” follows the light or dark mode of your desktop.")
    ] = "system"
    language: Annotated[
        LanguageName,
        Meta(title="Language", description="Language of the interface. “System” follows your computer."),
    ] = "system"
    text_scale_percent: Annotated[
        int, Meta(ge=80, le=200, multiple_of=5, title="Text size", description="Size of all text, in percent.")
    ] = 100
    reduced_motion: Annotated[
        bool, Meta(title="Reduce motion", description="Leave out animations; things appear at once.")
    ] = False


class GeneralSettings(Section, frozen=True, kw_only=True):
    """Where Hearth starts."""

    last_profile: Annotated[str, Meta(title="Last profile", extra=HIDDEN)] = ""
    unlock_at_start: Annotated[
        bool,
        Meta(
            title="Unlock with the keyring at start",
            description="When the profile has a keyring key, open it without asking. Off: always show the unlock page.",
        ),
    ] = True
    window: Annotated[str, Meta(title="Window geometry", extra=HIDDEN)] = ""


class DesktopSettings(Section, frozen=True, kw_only=True):
    """How Hearth is at hand while its window is closed."""

    tray: Annotated[
        bool, Meta(title="Icon in the system tray", description="Shows what Hearth is doing and opens the quick chat.")
    ] = True
    close_to_tray: Annotated[
        bool,
        Meta(
            title="Keep running when the window is closed",
            description="The quick chat and the hotkeys stay at hand. Off: closing the window ends Hearth.",
        ),
    ] = True
    start_at_login: Annotated[
        bool,
        Meta(title="Start when you log in", description="Hearth waits in the tray, without opening its window."),
    ] = False
    notifications: Annotated[
        bool,
        Meta(
            title="Notifications",
            description="Tell when an answer or a download is ready while Hearth’s window is not in front.",
        ),
    ] = True
    told_about_tray: Annotated[bool, Meta(title="Told about the tray", extra=HIDDEN)] = False
    quick_chat_place: Annotated[str, Meta(title="Place of the quick chat", extra=HIDDEN)] = ""
    shortcuts: Annotated[
        dict[str, tuple[str, ...]],
        Meta(title="Changed shortcuts", extra=HIDDEN),
    ] = {}


class HotkeySettings(Section, frozen=True, kw_only=True):
    """Keys that work while another program is in front, in Qt's portable form; empty: none."""

    quick_chat: Annotated[
        str, Meta(title="Quick chat", description="Opens the small window over whatever you are doing.", extra=HIDDEN)
    ] = "Ctrl+Alt+Space"
    selection: Annotated[
        str,
        Meta(
            title="Ask about the selected text",
            description="Takes the text you selected, or the clipboard, into the quick chat.",
            extra=HIDDEN,
        ),
    ] = "Ctrl+Alt+Q"
    screenshot: Annotated[
        str,
        Meta(
            title="Ask about the screen", description="Takes a picture of the screen into the quick chat.", extra=HIDDEN
        ),
    ] = ""
    window: Annotated[
        str,
        Meta(title="Show the window", description="Brings the main window to the front, or hides it.", extra=HIDDEN),
    ] = ""
    talk: Annotated[str, Meta(title="Talk", description="Hold to speak, release to send.", extra=HIDDEN)] = "Ctrl+Alt+V"


class EarlySettings(Section, frozen=True, kw_only=True):
    """All that may be read before a profile is unlocked; kept in a plain file."""

    appearance: AppearanceSettings = AppearanceSettings()
    general: GeneralSettings = GeneralSettings()
    desktop: DesktopSettings = DesktopSettings()
    hotkeys: HotkeySettings = HotkeySettings()


# ---- in the vault ---------------------------------------------------------------------------------------------------


class ChatSettings(Section, frozen=True, kw_only=True):
    """How questions are answered."""

    default_model: Annotated[
        str, Meta(title="Model", description="Answers new chats. Empty: the first model that the server offers.")
    ] = ""
    fallback_models: Annotated[
        tuple[str, ...],
        Meta(title="Fallback models", description="Tried in this order when the chosen model fails or is missing."),
    ] = ()
    instructions: Annotated[
        str,
        Meta(
            max_length=20_000,
            title="Instructions",
            description="Told to the model at the start of every chat, for example how you like your answers.",
        ),
    ] = ""
    context_tokens: Annotated[
        int,
        Meta(
            ge=1024,
            le=1_048_576,
            title="Context window",
            description="How many tokens of a chat the model sees at most. Larger windows need more memory.",
        ),
    ] = 8192
    temperature: Annotated[
        Annotated[float, Meta(ge=0, le=2)] | None,
        Meta(title="Temperature", description="Higher is more varied. Empty: the model's own."),
    ] = None
    think: Annotated[
        bool | None,
        Meta(title="Thinking", description="For models that can think before they answer. Empty: their own choice."),
    ] = None
    keep_alive_minutes: Annotated[
        int,
        Meta(ge=0, le=1440, title="Keep model loaded", description="Minutes the model stays in memory after use."),
    ] = 15
    automatic_titles: Annotated[
        bool, Meta(title="Automatic titles", description="After the first answer the model gives the chat a title.")
    ] = True
    answer_cache: Annotated[
        bool,
        Meta(
            title="Reuse answers",
            description="Exactly the same question to the same model is answered from an encrypted cache.",
        ),
    ] = False
    calls_per_minute: Annotated[
        int,
        Meta(ge=0, le=10_000, title="Calls a minute", description="Limit for calls to models. 0 means no limit."),
    ] = 0


class ModelServerSettings(Section, frozen=True, kw_only=True):
    """Where language models are served."""

    private_ollama: Annotated[
        bool,
        Meta(
            title="Use Hearth’s own Ollama",
            description="An Ollama in Hearth’s own folder, started and ended with Hearth. It must be installed first.",
        ),
    ] = False
    ollama_address: Annotated[
        str,
        Meta(
            title="Ollama address",
            description="Empty: where OLLAMA_HOST says, else http://127.0.0.1:11434 on this computer.",
        ),
    ] = ""
    allow_remote_models: Annotated[
        bool,
        Meta(
            title="Allow cloud models",
            description="Cloud models of Ollama send your messages to somebody else's computer.",
        ),
    ] = False
    openai_servers: Annotated[
        tuple[OpenAiServer, ...],
        Meta(
            title="Other model servers",
            description="Servers with OpenAI's protocol, such as llama.cpp, vLLM and LM Studio.",
        ),
    ] = ()
    first_answer_timeout_s: Annotated[
        int,
        Meta(
            ge=5,
            le=3600,
            title="Wait for the first word",
            description="Seconds. Loading a large model takes a while.",
        ),
    ] = 300
    silence_timeout_s: Annotated[
        int,
        Meta(
            ge=5,
            le=3600,
            title="Wait in mid-answer",
            description="Seconds of silence before an answer counts as stalled.",
        ),
    ] = 60


class VoiceOfLanguage(Section, frozen=True, kw_only=True):
    """Which voice speaks a language."""

    language: Annotated[str, Meta(min_length=2, max_length=8)]  # ISO 639-1
    voice: Annotated[str, Meta(min_length=1)]  # catalogue id of a Piper voice, or "system"
    speaker: int | None = None  # of a voice with several


class VoiceSettings(Section, frozen=True, kw_only=True):
    """Talking with Hearth: what is heard, how it is understood, how answers are spoken."""

    microphone: Annotated[str, Meta(title="Microphone", description="With which Hearth hears you.")] = ""
    speaker: Annotated[str, Meta(title="Loudspeaker", description="On which Hearth speaks.")] = ""
    microphone_ready: Annotated[
        Literal["when_used", "after_use", "always"],
        Meta(
            title="Keep the microphone ready",
            description="Ready, it loses no first syllable. “After use” keeps it open for 30 seconds. Sound that "
            "nobody asked for is forgotten after a second.",
        ),
    ] = "after_use"
    high_pass: Annotated[bool, Meta(title="Remove rumble", description="Takes out hum and footsteps below speech.")] = (
        True
    )
    noise_suppression: Annotated[
        bool,
        Meta(
            title="Suppress noise",
            description="Helps to notice when you speak in a noisy room. Words are understood from untouched sound.",
        ),
    ] = True
    gain: Annotated[bool, Meta(title="Even out loudness", description="Lifts a quiet microphone.")] = True
    echo_cancellation: Annotated[
        bool,
        Meta(
            title="Remove Hearth’s own voice",
            description="So that you can interrupt it while it speaks through loudspeakers. Try the echo test first.",
        ),
    ] = False
    echo_verdict: Annotated[str, Meta(title="Result of the echo test", extra=HIDDEN)] = ""
    sounds: Annotated[
        bool, Meta(title="Sounds", description="A short tone when Hearth begins and stops listening.")
    ] = True
    speech_model: Annotated[
        str,
        Meta(
            title="Speech recognition",
            description="“Automatic”: the best one that is quick enough here.",
        ),
    ] = ""
    speech_device: Annotated[
        Literal["auto", "cpu", "cuda"],
        Meta(
            title="Recognise speech on",
            description="“Automatic” tries the graphics card once, keeps what is faster.",
        ),
    ] = "auto"
    spoken_language: Annotated[
        str,
        Meta(
            max_length=8,
            title="Language you speak",
            description="Fixed, it is quicker and makes fewer mistakes.",
        ),
    ] = ""
    translate_to: Annotated[
        str,
        Meta(
            max_length=8,
            title="Translate what you say into",
            description="Spoken words become text in this language.",
        ),
    ] = ""
    vocabulary: Annotated[
        tuple[str, ...],
        Meta(title="Your words", description="Names and jargon that recognition should expect, one a line."),
    ] = ()
    live_text: Annotated[
        Literal["auto", "on", "off"],
        Meta(title="Text while you speak", description="“Automatic” shows it where this computer is quick enough."),
    ] = "auto"
    speak_answers: Annotated[
        Literal["spoken", "always", "never"],
        Meta(
            title="Read answers aloud",
            description="“Spoken” reads the answers to what you said, not to what you typed.",
        ),
    ] = "spoken"
    voices: Annotated[tuple[VoiceOfLanguage, ...], Meta(title="Voices", extra=HIDDEN)] = ()
    speed_percent: Annotated[
        int, Meta(ge=50, le=200, multiple_of=5, title="Speed", description="How fast Hearth speaks, in percent.")
    ] = 100
    loudness_percent: Annotated[
        int, Meta(ge=10, le=200, multiple_of=5, title="Loudness", description="How loud Hearth speaks, in percent.")
    ] = 100
    patience: Annotated[
        Literal["quick", "normal", "patient"],
        Meta(
            title="Wait for you to finish",
            description="Hands-free: how long a pause may be before Hearth answers.",
        ),
    ] = "normal"
    interruption: Annotated[
        Literal["auto", "off", "commands", "speech"],
        Meta(
            title="Interrupt while it speaks",
            description="“Automatic” lets any speech interrupt where the echo test passed, else “stop” and the key.",
        ),
    ] = "auto"
    commands: Annotated[
        bool,
        Meta(
            title="Spoken commands", description="“Stop”, “louder”, “repeat” and others work at once, without a model."
        ),
    ] = True
    wake: Annotated[
        bool,
        Meta(
            title="Listen for a wake phrase",
            description="The microphone stays open. What is said is compared on this computer and forgotten.",
        ),
    ] = False
    wake_phrases: Annotated[
        tuple[str, ...],
        Meta(
            title="Wake phrases",
            description="What you say to begin, such as “hey Hearth”. Two or more words work best.",
        ),
    ] = ("Hey Hearth",)
    keep_recordings: Annotated[
        Literal["text", "audio"],
        Meta(title="Voice notes keep", description="Only the text, or the encrypted sound as well."),
    ] = "text"
    mood: Annotated[
        bool,
        Meta(
            title="Notice mood",
            description="A guess from pitch, pace and words, shown small, used only to soften or shorten answers.",
        ),
    ] = False


class KnowledgeSettings(Section, frozen=True, kw_only=True):
    """How documents are read, found and asked."""

    embedder: Annotated[
        str,
        Meta(
            max_length=200,
            title="Finds by meaning with",
            description="The built-in model understands English. An embedding model of Ollama’s can be chosen instead.",
        ),
    ] = ""
    engine: Annotated[
        Literal["automatic", "exact", "chroma", "chroma_server"],
        Meta(
            title="Index of meanings",
            description="“Automatic” compares exactly, and lets Chroma take over where that pays.",
        ),
    ] = "automatic"
    chroma_server: Annotated[
        str,
        Meta(
            max_length=300,
            title="Address of a Chroma server",
            description="Only for the Chroma server. Vectors leave the vault’s protection there.",
        ),
    ] = ""
    ocr: Annotated[
        bool,
        Meta(title="Read scanned pages", description="Recognises the words of pictures and scans, on this computer."),
    ] = True
    ask_all: Annotated[
        bool,
        Meta(title="Ask documents in new chats", description="New chats may answer from all collections."),
    ] = False
    rerank: Annotated[
        bool,
        Meta(title="Let the model choose passages", description="Better order of what was found, but slower answers."),
    ] = False
    relevance_floor: Annotated[
        Annotated[float, Meta(ge=0, le=1)] | None, Meta(title="Relevance floor", extra=HIDDEN)
    ] = None


class MemorySettings(Section, frozen=True, kw_only=True):
    """What Hearth remembers about its owner."""

    mode: Annotated[
        Literal["ask", "automatic", "never"],
        Meta(
            title="Remember facts about you",
            description="“Ask” proposes what it noticed, “automatic” keeps it at once. Private chats are never used.",
        ),
    ] = "ask"


class PrivacySettings(Section, frozen=True, kw_only=True):
    """When the vault locks and how long things are kept."""

    lock_after_minutes: Annotated[
        int, Meta(ge=0, le=1440, title="Lock after", description="Minutes without use. 0 never locks by itself.")
    ] = 10
    lock_on_suspend: Annotated[
        bool, Meta(title="Lock on suspend", description="Lock when the computer goes to sleep.")
    ] = True
    lock_on_screen_lock: Annotated[
        bool, Meta(title="Lock with the screen", description="Lock when the screen is locked.")
    ] = True
    retention_days: Annotated[
        int,
        Meta(
            ge=0,
            le=36_500,
            title="Delete chats after",
            description="Days after the last change; pinned chats stay. 0 keeps everything.",
        ),
    ] = 0
    automatic_backups: Annotated[
        bool,
        Meta(
            title="Automatic backups",
            description="Once a day an encrypted copy beside the profile: the last seven days and four weeks.",
        ),
    ] = True


class GuideSettings(Section, frozen=True, kw_only=True):
    """How far the first-run guide has come in this profile."""

    finished: Annotated[bool, Meta(title="First-run guide finished or skipped", extra=HIDDEN)] = False
    recovery_unchecked: Annotated[bool, Meta(title="Recovery key not checked yet", extra=HIDDEN)] = False


class NetworkSettings(Section, frozen=True, kw_only=True):
    """Doors off this computer."""

    doors: Annotated[tuple[KeptDoor, ...], Meta(title="Open doors", extra=HIDDEN)] = ()


class VaultSettings(Section, frozen=True, kw_only=True):
    """All that reveals something about the owner; kept in the encrypted database."""

    chat: ChatSettings = ChatSettings()
    model_server: ModelServerSettings = ModelServerSettings()
    voice: VoiceSettings = VoiceSettings()
    knowledge: KnowledgeSettings = KnowledgeSettings()
    memory: MemorySettings = MemorySettings()
    privacy: PrivacySettings = PrivacySettings()
    network: NetworkSettings = NetworkSettings()
    guide: GuideSettings = GuideSettings()

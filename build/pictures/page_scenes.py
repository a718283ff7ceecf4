"""The pages beside the chat: personas, prompts, models."""

from __future__ import annotations

from build.pictures.camera import Camera, Scene, with_dialog
from build.pictures.stage import GIB, NOBODY, Stage, Studio, rest, until
from core.library.sources import Sources
from desktop.model_library.models_page import ModelsPage
from desktop.personas.personas_page import PersonasPage
from desktop.prompts.prompts_page import PromptsPage
from models.ollama_release import ReleasePlace, archive_names
from models.private_ollama import Endurance
from tests.peers.ollama_server import PeerModel, PullPlan
from tests.peers.release_server import ReleaseServer, little_program, packed, tar_of

FETCHED = "qwen3:8b"
MODELFILE = """FROM llama3.2:3b

SYSTEM \"\"\"
You answer in the fewest words that are still kind.
\"\"\"

PARAMETER temprature 0.4
PARAMETER num_ctx 8192
"""


def personas(camera: Camera, studio: Studio) -> None:
    """Personas: one that is shown, a search that finds none."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        page = stage.show_page("personas")
        assert isinstance(page, PersonasPage)
        until(lambda: len(page.rows.shown_ids()) > 1)
        page.show_entry("hearth-tutor")
        rest()
        camera.shoot("personas-01", stage.window)
        page.search.setText("zeppelin")
        rest(0.6)
        camera.shoot("personas-02-nothing", stage.window)


def prompts(camera: Camera, studio: Studio) -> None:
    """Prompts: one with variables, one whose name is taken."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        page = stage.show_page("prompts")
        assert isinstance(page, PromptsPage)
        until(lambda: len(page.rows.shown_ids()) > 1)
        found = stage.do(stage.workspace._assistant.prompts.by_name("translate"))
        assert found is not None
        page.show_entry(found.prompt_id)
        rest()
        camera.shoot("prompts-01", stage.window)


def models_of(stage: Stage) -> ModelsPage:
    """The page of models with everything that it looks at."""
    page = stage.show_page("models")
    assert isinstance(page, ModelsPage)
    until(lambda: bool(page.list.items()) and page._machine.hardware is not None)
    rest(0.5)
    return page


def models(camera: Camera, studio: Studio) -> None:
    """What is there and what could be; details; a paused download; a Modelfile with a mistake; other purposes."""
    with studio.stage(studio.lived_in) as stage:
        peer = studio.peer
        peer.pullable[FETCHED] = PeerModel(FETCHED, round(4.9 * GIB), "qwen3", "8.2B")
        peer.pull_plans[FETCHED] = PullPlan(pieces=100, pause_s=0.02)
        page = models_of(stage)
        camera.shoot("models-01", stage.window)
        page.open_model("ollama:llama3.2:3b")
        rest(0.6)
        camera.shoot("models-02-installed", stage.window)
        page.open_model("ollama:qwen3:14b")
        rest()
        camera.shoot("models-03-available", stage.window)
        page.close_detail()
        paused_download(camera, stage, page)
        page.search.setText("zeppelin")
        rest(0.6)
        camera.shoot("models-06-nothing", stage.window)
        page.search.clear()
        for number, purpose in enumerate(("speech", "voice", "embedding"), start=7):
            page.purpose.set_value(purpose)
            page._on_purpose(purpose)
            rest()
            camera.shoot(f"models-{number:02}-{purpose}", stage.window)
        page.purpose.set_value("language")
        page._on_purpose("language")
        dialogs_of_models(camera, stage, page)


def paused_download(camera: Camera, stage: Stage, page: ModelsPage) -> None:
    """One on its way, then paused."""
    library = stage.workspace._assistant.library
    begun = stage.do(library.fetch(f"ollama:{FETCHED}"))

    def share() -> float:
        now = library.transfers.get(begun.transfer_id)
        return 0.0 if now is None or not now.total_bytes else now.done_bytes / now.total_bytes

    page.area.verticalScrollBar().setValue(0)
    until(lambda: share() > 0.35)
    camera.shoot("models-04-downloading", stage.window)
    stage.do(library.transfers.pause(begun.transfer_id))
    rest(0.5)
    camera.shoot("models-05-paused", stage.window)
    stage.do(library.transfers.cancel(begun.transfer_id))
    rest(0.5)


def dialogs_of_models(camera: Camera, stage: Stage, page: ModelsPage) -> None:
    """A Modelfile with a mistake, and another model by its name."""
    dialog = page.deeds.write_modelfile(name="short-and-kind", text=MODELFILE)
    rest()
    dialog._create()
    until(lambda: dialog.editor.marked_line > 0)
    rest()
    camera.keep("models-10-modelfile-error", lambda: with_dialog(stage.window, dialog))
    dialog.reject()
    other = page.deeds.add_model()
    rest()
    camera.keep("models-11-add", lambda: with_dialog(stage.window, other))
    other.reject()
    rest()


def own_ollama(camera: Camera, studio: Studio) -> None:
    """No Ollama at all, then Hearth's own, with its log."""
    with ReleaseServer() as host:
        name = archive_names()[0]
        host.add_asset(name, packed(tar_of(little_program(plan={"answer": "Hello."}), {}), name))
        sources = Sources(
            release=ReleasePlace(host.latest_url, ("127.0.0.1",)),
            door_port=None,
            endurance=Endurance(ready_s=15, patience_s=2),
        )
        with studio.stage(studio.lived_in, NOBODY, sources=sources) as stage:
            page = models_of(stage)
            camera.shoot("models-20-no-ollama", stage.window)
            library = stage.workspace._assistant.library
            transfers, begun = library.transfers, stage.do(library.ollama.install())
            stage.do(transfers.settle(begun.transfer_id))
            stage.change("model_server.private_ollama", True)
            stage.do(library.ollama.start())
            until(lambda: library.ollama.state == "running")
            page.refresh()
            rest(0.8)
            camera.shoot("models-21-own-ollama", stage.window)
            shown = page.deeds.show_log()
            rest(0.8)
            camera.keep("models-22-log", lambda: with_dialog(stage.window, shown))
            shown.close()
            stage.do(library.ollama.stop())
            stage.change("model_server.private_ollama", False)


SCENES = (
    Scene(personas, {"personas-01": "personas", "personas-02-nothing": "personas"}),
    Scene(prompts, {"prompts-01": "prompts"}),
    Scene(
        models,
        dict.fromkeys(
            (
                "models-01",
                "models-02-installed",
                "models-03-available",
                "models-04-downloading",
                "models-05-paused",
                "models-06-nothing",
                "models-07-speech",
                "models-08-voice",
                "models-09-embedding",
                "models-10-modelfile-error",
                "models-11-add",
            ),
            "models",
        ),
    ),
    Scene(own_ollama, dict.fromkeys(("models-20-no-ollama", "models-21-own-ollama", "models-22-log"), "models")),
)

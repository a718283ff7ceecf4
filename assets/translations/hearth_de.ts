<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Earlier version</source>
        <translation>Frühere Version</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Version %1 von %2</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Spätere Version</translation>
    </message>
    <message>
        <source>Answer again (right-click to choose the model)</source>
        <translation>Erneut antworten (Rechtsklick: Modell wählen)</translation>
    </message>
    <message>
        <source>Compare with another model</source>
        <translation>Mit anderem Modell vergleichen</translation>
    </message>
    <message>
        <source>Compare with {0}</source>
        <translation>Mit {0} vergleichen</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Consequential acts are recorded here. Nothing in this list can be changed or removed unnoticed.</source>
        <translation>Hier wird festgehalten, was Folgen hat. Kein Eintrag dieser Liste lässt sich unbemerkt ändern oder entfernen.</translation>
    </message>
    <message>
        <source>Check the list</source>
        <translation>Liste prüfen</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Ältere anzeigen</translation>
    </message>
    <message>
        <source>Every entry is as it was written.</source>
        <translation>Alle Einträge sind noch so, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>This list was tampered with. Restore a backup that you trust.</source>
        <translation>Diese Liste wurde manipuliert. Stelle eine Sicherung wieder her, der du vertraust.</translation>
    </message>
    <message>
        <source>The profile was opened.</source>
        <translation>Das Profil wurde geöffnet.</translation>
    </message>
    <message>
        <source>The profile was closed ({0}).</source>
        <translation>Das Profil wurde geschlossen ({0}).</translation>
    </message>
    <message>
        <source>The profile was backed up.</source>
        <translation>Das Profil wurde gesichert.</translation>
    </message>
    <message>
        <source>A door to {0} was opened.</source>
        <translation>Eine Tür zu {0} wurde geöffnet.</translation>
    </message>
    <message>
        <source>The door to {0} was closed.</source>
        <translation>Die Tür zu {0} wurde geschlossen.</translation>
    </message>
    <message>
        <source>The setting {0} was changed.</source>
        <translation>Die Einstellung {0} wurde geändert.</translation>
    </message>
    <message>
        <source>A passphrase was added.</source>
        <translation>Eine Passphrase wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Die Passphrase wurde geändert.</translation>
    </message>
    <message>
        <source>The system keyring was added.</source>
        <translation>Der Schlüsselbund des Systems wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Passphrase and keyring together are required now.</source>
        <translation>Passphrase und Schlüsselbund sind jetzt gemeinsam nötig.</translation>
    </message>
    <message>
        <source>A new recovery key was made.</source>
        <translation>Ein neuer Wiederherstellungsschlüssel wurde erstellt.</translation>
    </message>
    <message>
        <source>The recovery key was checked.</source>
        <translation>Der Wiederherstellungsschlüssel wurde geprüft.</translation>
    </message>
    <message>
        <source>A way to open the profile was removed.</source>
        <translation>Ein Zugang zum Profil wurde entfernt.</translation>
    </message>
    <message>
        <source>The profile was renamed.</source>
        <translation>Das Profil wurde umbenannt.</translation>
    </message>
    <message>
        <source>Everything was encrypted anew.</source>
        <translation>Alles wurde neu verschlüsselt.</translation>
    </message>
    <message numerus="yes">
        <source>%n chats were deleted because their time was over.</source>
        <translation>
            <numerusform>%n Chat wurde gelöscht, weil seine Zeit abgelaufen war.</numerusform>
            <numerusform>%n Chats wurden gelöscht, weil ihre Zeit abgelaufen war.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were exported.</source>
        <translation>
            <numerusform>%n Chat wurde exportiert.</numerusform>
            <numerusform>%n Chats wurden exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were imported from {0}.</source>
        <translation>
            <numerusform>%n Chat wurde aus {0} importiert.</numerusform>
            <numerusform>%n Chats wurden aus {0} importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The download of {0} began.</source>
        <translation>Der Download von {0} hat begonnen.</translation>
    </message>
    <message>
        <source>The download of {0} ended.</source>
        <translation>Der Download von {0} ist beendet.</translation>
    </message>
    <message>
        <source>The model {0} was deleted.</source>
        <translation>Das Modell {0} wurde gelöscht.</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von dir</translation>
    </message>
    <message>
        <source>nobody was there</source>
        <translation>niemand war da</translation>
    </message>
    <message>
        <source>the computer went to sleep</source>
        <translation>der Computer ging in den Ruhezustand</translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation>der Bildschirm wurde gesperrt</translation>
    </message>
    <message>
        <source>Hearth ended</source>
        <translation>Hearth wurde beendet</translation>
    </message>
</context>
<context>
    <name>AddModelDialog</name>
    <message>
        <source>Add another model</source>
        <translation>Weiteres Modell hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>For example “mistral:7b”, or “hf.co/…” for Hugging Face</source>
        <translation>Zum Beispiel „mistral:7b“ oder „hf.co/…“ für Hugging Face</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nothing is asked of anybody before you press “Download”.</source>
        <translation>Bevor du auf „Herunterladen“ klickst, wird niemand etwas gefragt.</translation>
    </message>
    <message>
        <source>Ollama can download any model of its own library, and any GGUF model of Hugging Face. Type its name as it stands on its page.</source>
        <translation>Ollama kann jedes Modell aus seiner eigenen Bibliothek und jedes GGUF-Modell von Hugging Face herunterladen. Gib den Namen so ein, wie er auf der Seite des Modells steht.</translation>
    </message>
    <message>
        <source>Ollama would download it from {0}. How large it is shows when the download begins.</source>
        <translation>Ollama würde es von {0} herunterladen. Wie groß es ist, zeigt sich zu Beginn des Downloads.</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Fits the graphics card ({0} of {1}).</source>
        <translation>Passt in die Grafikkarte ({0} von {1}).</translation>
    </message>
    <message>
        <source>Runs partly on the graphics card.</source>
        <translation>Läuft teilweise auf der Grafikkarte.</translation>
    </message>
    <message>
        <source>Needs {0} of your {1} of memory.</source>
        <translation>Braucht {0} von {1} Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The quickest of these.</source>
        <translation>Das schnellste von diesen.</translation>
    </message>
    <message>
        <source>A good balance of speed and quality.</source>
        <translation>Ausgewogen zwischen Tempo und Qualität.</translation>
    </message>
    <message>
        <source>The best answers that this computer can give.</source>
        <translation>Die besten Antworten, die dieser Computer geben kann.</translation>
    </message>
    <message>
        <source>Made for Japanese.</source>
        <translation>Für Japanisch gemacht.</translation>
    </message>
    <message>
        <source>Already installed.</source>
        <translation>Bereits installiert.</translation>
    </message>
    <message>
        <source>Probably writes faster than you read.</source>
        <translation>Schreibt vermutlich schneller, als du liest.</translation>
    </message>
    <message>
        <source>Probably writes about as fast as you read.</source>
        <translation>Schreibt vermutlich etwa so schnell, wie du liest.</translation>
    </message>
    <message>
        <source>Probably writes slower than you read.</source>
        <translation>Schreibt vermutlich langsamer, als du liest.</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch wenige Sekunden</translation>
    </message>
    <message>
        <source>about {0} seconds left</source>
        <translation>noch etwa {0} Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation>
            <numerusform>noch etwa %n Stunde</numerusform>
            <numerusform>noch etwa %n Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>AttachmentIntake</name>
    <message>
        <source>it is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>it could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>it is not a picture that Hearth can read.</source>
        <translation>Hearth kann dieses Bildformat nicht lesen.</translation>
    </message>
    <message>
        <source>the picture has too many pixels.</source>
        <translation>Das Bild hat zu viele Pixel.</translation>
    </message>
    <message>
        <source>the picture is damaged.</source>
        <translation>Das Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>it is too large.</source>
        <translation>Die Datei ist zu groß.</translation>
    </message>
    <message>
        <source>its text is damaged.</source>
        <translation>Der Text darin ist beschädigt.</translation>
    </message>
    <message>
        <source>it is neither a picture nor a text.</source>
        <translation>Es ist weder ein Bild noch ein Text.</translation>
    </message>
    <message>
        <source>it is larger than {limit} MB.</source>
        <translation>Die Datei ist größer als {limit}&#xa0;MB.</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Attached: %1</source>
        <translation>Angehängt: %1</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Enter plays the recording, or stops it</source>
        <translation>Die Eingabetaste spielt die Aufnahme ab oder hält sie an</translation>
    </message>
</context>
<context>
    <name>BusyButton</name>
    <message>
        <source>%1. Press to cancel.</source>
        <translation>%1. Zum Abbrechen klicken.</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
</context>
<context>
    <name>ChatCommands</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n chats deleted.</source>
        <translation>
            <numerusform>%n Chat gelöscht.</numerusform>
            <numerusform>%n Chats gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats with {0} were imported.</source>
        <translation>
            <numerusform>%n Chat mit {0} wurde importiert.</numerusform>
            <numerusform>%n Chats mit {0} wurden importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner&#xa0;…</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>Delete folder</source>
        <translation>Ordner löschen</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>Archiv anzeigen</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>Chats importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>Only with tag</source>
        <translation>Nur mit Schlagwort</translation>
    </message>
    <message>
        <source>Moved to the archive.</source>
        <translation>Ins Archiv verschoben.</translation>
    </message>
    <message>
        <source>Taken out of the archive.</source>
        <translation>Aus dem Archiv geholt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
    <message>
        <source>Folder deleted. Its chats were kept.</source>
        <translation>Ordner gelöscht. Seine Chats sind noch da.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Exportiert.</translation>
    </message>
    <message>
        <source>Import chats from Hearth, ChatGPT or Open WebUI</source>
        <translation>Chats aus Hearth, ChatGPT oder Open WebUI importieren</translation>
    </message>
    <message>
        <source>{0} could not be read.</source>
        <translation>{0} konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Microphone open</source>
        <translation>Mikrofon offen</translation>
    </message>
    <message>
        <source>Microphone open. Press to close it.</source>
        <translation>Mikrofon offen. Zum Schließen klicken.</translation>
    </message>
    <message>
        <source>Nothing of this chat is written to the disk.</source>
        <translation>Von diesem Chat wird nichts auf die Festplatte geschrieben.</translation>
    </message>
    <message>
        <source>Sound comes in. Press to close the microphone.</source>
        <translation>Es kommt Ton an. Klicken, um das Mikrofon zu schließen.</translation>
    </message>
    <message>
        <source>Tags: {0}</source>
        <translation>Schlagwörter: {0}</translation>
    </message>
    <message>
        <source>Menu of this chat</source>
        <translation>Menü dieses Chats</translation>
    </message>
    <message>
        <source>Persona: {0}</source>
        <translation>Persona: {0}</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>Gerade wird eine Antwort geschrieben. Stoppe sie zuerst oder warte.</translation>
    </message>
    <message>
        <source>Ask my documents…</source>
        <translation>Meine Dokumente befragen&#xa0;…</translation>
    </message>
    <message>
        <source>This could not be sent.</source>
        <translation>Das konnte nicht gesendet werden.</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Compare two models…</source>
        <translation>Zwei Modelle vergleichen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>CollectionDetail</name>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n mit Problemen</numerusform>
            <numerusform>%n mit Problemen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Add to the collection</source>
        <translation>Zur Sammlung hinzufügen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask about these files in a new chat</source>
        <translation>In neuem Chat zu diesen Dateien fragen</translation>
    </message>
    <message>
        <source>Ask every file…</source>
        <translation>Jede Datei befragen&#xa0;…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Drop files or a folder here</source>
        <translation>Dateien oder einen Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>Find a file by its name</source>
        <translation>Datei nach Namen suchen</translation>
    </message>
    <message>
        <source>Hearth reads PDF, Office and OpenDocument files, e-mail, web pages, books, pictures and code.</source>
        <translation>Hearth liest PDF-, Office- und OpenDocument-Dateien, E-Mails, Webseiten, Bücher, Bilder und Code.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Name der Sammlung</translation>
    </message>
    <message>
        <source>No file is called like that.</source>
        <translation>Keine Datei heißt so.</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>CommandsFold</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Forget what was said</source>
        <translation>Gesagtes vergessen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Read the answer again</source>
        <translation>Antwort noch einmal vorlesen</translation>
    </message>
    <message>
        <source>Repeat the sentence</source>
        <translation>Satz wiederholen</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort stoppen</translation>
    </message>
    <message>
        <source>What you can say</source>
        <translation>Was du sagen kannst</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Compare two models</source>
        <translation>Zwei Modelle vergleichen</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>Erstes Modell</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
    <message>
        <source>Hide the names of the models, and which is which, until you have voted</source>
        <translation>Namen und Reihenfolge der Modelle verbergen, bis du abgestimmt hast</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Choose two models to compare first.</source>
        <translation>Wähle zuerst zwei Modelle zum Vergleichen.</translation>
    </message>
    <message>
        <source>No other model has answered this question yet.</source>
        <translation>Noch kein anderes Modell hat diese Frage beantwortet.</translation>
    </message>
</context>
<context>
    <name>ComparisonColumn</name>
    <message>
        <source>Stop this answer</source>
        <translation>Diese Antwort stoppen</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>Diese Antwort kopieren</translation>
    </message>
    <message>
        <source>Go on with this answer</source>
        <translation>Mit dieser Antwort weitermachen</translation>
    </message>
    <message>
        <source>Answer {0}: {1}</source>
        <translation>Antwort {0}: {1}</translation>
    </message>
    <message>
        <source>waiting · {0} s</source>
        <translation>wartet · {0}&#xa0;s</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}&#xa0;s</translation>
    </message>
    <message>
        <source>{0} tokens/s · {1} s</source>
        <translation>{0} Token/s · {1}&#xa0;s</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped · {0}</source>
        <translation>gestoppt · {0}</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparison of two answers</source>
        <translation>Vergleich zweier Antworten</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>Zurück zum Chat</translation>
    </message>
    <message>
        <source>You can vote when both answers are there.</source>
        <translation>Du kannst abstimmen, sobald beide Antworten da sind.</translation>
    </message>
    <message>
        <source>Neither model could answer.</source>
        <translation>Keines der Modelle konnte antworten.</translation>
    </message>
    <message>
        <source>Only one model could answer: there is nothing to vote about.</source>
        <translation>Nur ein Modell konnte antworten: Es gibt nichts abzustimmen.</translation>
    </message>
    <message>
        <source>Both answers are finished. Keys 1 to 4 vote.</source>
        <translation>Beide Antworten sind fertig. Mit den Tasten 1 bis 4 stimmst du ab.</translation>
    </message>
    <message>
        <source>Which answer is better? The names of the models are shown after your vote.</source>
        <translation>Welche Antwort ist besser? Die Namen der Modelle siehst du nach deiner Stimme.</translation>
    </message>
    <message>
        <source>Which answer is better?</source>
        <translation>Welche Antwort ist besser?</translation>
    </message>
    <message>
        <source>You found both good.</source>
        <translation>Du fandest beide gut.</translation>
    </message>
    <message>
        <source>You found both bad.</source>
        <translation>Du fandest beide schlecht.</translation>
    </message>
    <message>
        <source>You prefer {0}. The chat goes on with its answer.</source>
        <translation>Du bevorzugst {0}. Der Chat geht mit dieser Antwort weiter.</translation>
    </message>
    <message>
        <source>{0} The vote is not kept: this chat is private.</source>
        <translation>{0} Die Stimme wird nicht gespeichert: Dieser Chat ist privat.</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>Modell {0}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Ask something privately</source>
        <translation>Stell eine private Frage</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Stell eine Frage</translation>
    </message>
    <message>
        <source>Documents, pictures, texts, recordings</source>
        <translation>Dokumente, Bilder, Texte, Aufnahmen</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Private Nachricht</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Schreib eine Notiz&#xa0;…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>Private chat. Nothing of it is kept.</source>
        <translation>Privater Chat. Nichts davon wird gespeichert.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>A message takes %1 attachments; the rest was left out. Send them with the next one.</source>
        <translation>Eine Nachricht fasst %1 Anhänge; der Rest wurde weggelassen. Schick ihn mit der nächsten.</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort stoppen</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Stoppen (Esc)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>The attachments are still being read</source>
        <translation>Die Anhänge werden noch gelesen</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
</context>
<context>
    <name>ConsideredPassage</name>
    <message>
        <source>It was forgotten, or its file was changed since.</source>
        <translation>Sie wurde vergessen, oder ihre Datei hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>No room in the model’s window</source>
        <translation>Kein Platz im Kontextfenster des Modells</translation>
    </message>
    <message>
        <source>Not near enough to the question</source>
        <translation>Passt nicht gut genug zur Frage</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} öffnen</translation>
    </message>
    <message>
        <source>Others were nearer</source>
        <translation>Andere passten besser</translation>
    </message>
    <message>
        <source>Says the same as another one</source>
        <translation>Besagt dasselbe wie eine andere</translation>
    </message>
    <message>
        <source>The model preferred others</source>
        <translation>Das Modell hat andere vorgezogen</translation>
    </message>
    <message>
        <source>by meaning: {0} of 1</source>
        <translation>nach Bedeutung: {0} von 1</translation>
    </message>
    <message>
        <source>by words: place {0}</source>
        <translation>nach Wörtern: Platz {0}</translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>Wertung {0}</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>Context window</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>The size of the model’s context window is not known.</source>
        <translation>Die Größe des Kontextfensters dieses Modells ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens of the context window are used.</source>
        <translation>%1 von %2 Token des Kontextfensters sind belegt.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens are used. Older messages will soon be summarised.</source>
        <translation>%1 von %2 Token sind belegt. Ältere Nachrichten werden bald zusammengefasst.</translation>
    </message>
    <message>
        <source>%1 tokens, the window holds %2. Older messages are summarised.</source>
        <translation>%1 Token, das Fenster fasst %2. Ältere Nachrichten werden zusammengefasst.</translation>
    </message>
    <message>
        <source>The last answer came at %1 tokens a second.</source>
        <translation>Die letzte Antwort kam mit %1 Token pro Sekunde.</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
</context>
<context>
    <name>ConversationTree</name>
    <message>
        <source>Private, not saved</source>
        <translation>Privat, nicht gespeichert</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Folder {0}</source>
        <translation>Ordner {0}</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>an answer is being written</source>
        <translation>eine Antwort wird geschrieben</translation>
    </message>
</context>
<context>
    <name>CopiedAnswer</name>
    <message>
        <source>Sources:</source>
        <translation>Quellen:</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1 code</source>
        <translation>%1-Code kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Personal</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>How it opens</source>
        <translation>So wird es geöffnet</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>Mit einer Passphrase</translation>
    </message>
    <message>
        <source>You type it each time. Without it, or the recovery key, nobody reads your chats. Not even you.</source>
        <translation>Du gibst sie jedes Mal ein. Ohne sie oder den Wiederherstellungsschlüssel liest niemand deine Chats. Auch du nicht.</translation>
    </message>
    <message>
        <source>With the system keyring</source>
        <translation>Mit dem Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Opens by itself while you are logged in. Whoever can use your account can open it, too.</source>
        <translation>Öffnet sich von selbst, solange du angemeldet bist. Wer dein Benutzerkonto nutzen kann, kann es auch öffnen.</translation>
    </message>
    <message>
        <source>With both together</source>
        <translation>Mit beidem zusammen</translation>
    </message>
    <message>
        <source>Your passphrase, and only on this computer. The strongest, and the least forgiving.</source>
        <translation>Deine Passphrase, und nur auf diesem Computer. Am sichersten, verzeiht aber am wenigsten.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>Create profile</source>
        <translation>Profil erstellen</translation>
    </message>
    <message>
        <source>Restore a backup instead</source>
        <translation>Stattdessen eine Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Welcome to Hearth</source>
        <translation>Willkommen bei Hearth</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Your assistant, on your computer. Everything you write is kept here, encrypted, for you alone.</source>
        <translation>Dein Assistent, auf deinem Computer. Alles, was du schreibst, bleibt hier – verschlüsselt und für dich allein.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt&#xa0;…</translation>
    </message>
    <message>
        <source>A passphrase needs at least {0} characters.</source>
        <translation>Eine Passphrase braucht mindestens {0} Zeichen.</translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are good.</source>
        <translation>Gut sind vier oder fünf Wörter, die nichts miteinander zu tun haben.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen stimmen nicht überein.</translation>
    </message>
    <message>
        <source>Type the second one again.</source>
        <translation>Gib die zweite noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>DesktopHint</name>
    <message>
        <source>Settings › Keyboard › View and Customise Shortcuts › Custom Shortcuts › Add. Give it one of the commands below and press the keys you want.</source>
        <translation>Einstellungen › Tastatur › Tastenkombinationen anzeigen und anpassen › Eigene Tastenkombinationen › Hinzufügen. Trag dort einen der Befehle unten ein und drücke die gewünschten Tasten.</translation>
    </message>
    <message>
        <source>System Settings › Keyboard › Shortcuts › Add New › Command or Script. Give it one of the commands below and press the keys you want.</source>
        <translation>Systemeinstellungen › Tastatur › Kurzbefehle › Neu hinzufügen › Befehl oder Skript. Trag dort einen der Befehle unten ein und drücke die gewünschten Tasten.</translation>
    </message>
    <message>
        <source>Add a line to the configuration, in Sway for example: bindsym Ctrl+Mod1+space exec hearth toggle</source>
        <translation>Füge der Konfiguration eine Zeile hinzu, in Sway zum Beispiel: bindsym Ctrl+Mod1+space exec hearth toggle</translation>
    </message>
    <message>
        <source>In your desktop’s keyboard settings, make a shortcut of your own for one of the commands below.</source>
        <translation>Lege in den Tastatureinstellungen deiner Arbeitsumgebung ein eigenes Tastenkürzel für einen der Befehle unten an.</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>None found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Usual one ({0})</source>
        <translation>Standardgerät ({0})</translation>
    </message>
    <message>
        <source>Usual one of this computer</source>
        <translation>Standardgerät dieses Computers</translation>
    </message>
    <message>
        <source>{0} (not connected)</source>
        <translation>{0} (nicht angeschlossen)</translation>
    </message>
</context>
<context>
    <name>DiskBar</name>
    <message>
        <source>Disk space that models take</source>
        <translation>Platz, den Modelle auf der Festplatte belegen</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Forget…</source>
        <translation>Vergessen&#xa0;…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>Hier lesen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
</context>
<context>
    <name>DocumentRows</name>
    <message>
        <source>Files of the collection</source>
        <translation>Dateien der Sammlung</translation>
    </message>
</context>
<context>
    <name>DocumentsSettings</name>
    <message>
        <source>A Chroma server keeps vectors unencrypted, outside of this profile, and much of a text can be guessed from its vectors. The texts themselves stay in the vault, and private chats never use it. A server on another computer is refused until a door to it is open.</source>
        <translation>Ein Chroma-Server speichert Vektoren unverschlüsselt und außerhalb dieses Profils, und aus den Vektoren eines Textes lässt sich viel von ihm erraten. Die Texte selbst bleiben im Tresor, und private Chats nutzen den Server nie. Ein Server auf einem anderen Computer wird abgewiesen, solange keine Tür zu ihm offen ist.</translation>
    </message>
</context>
<context>
    <name>EchoTestCard</name>
    <message>
        <source>Echo at {0} dB, after removing {1} dB; {2} ms from loudspeaker to microphone.</source>
        <translation>Echo bei {0}&#xa0;dB, nach dem Herausrechnen {1}&#xa0;dB; {2}&#xa0;ms vom Lautsprecher zum Mikrofon.</translation>
    </message>
    <message>
        <source>Echo test</source>
        <translation>Echotest</translation>
    </message>
    <message>
        <source>For six seconds Hearth plays a rising tone and a murmur, about as loud as it speaks, and listens to what the microphone hears of it. Be quiet meanwhile. Whatever is being said ends.</source>
        <translation>Hearth spielt sechs Sekunden lang einen ansteigenden Ton und ein Murmeln, etwa so laut, wie es spricht, und hört, was davon im Mikrofon ankommt. Sei währenddessen still. Spricht Hearth gerade, verstummt es.</translation>
    </message>
    <message>
        <source>Listening to itself…</source>
        <translation>Hört sich selbst zu&#xa0;…</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Noch nicht getestet.</translation>
    </message>
    <message>
        <source>Nothing came back: no sound was recorded.</source>
        <translation>Es kam nichts zurück: Kein Ton wurde aufgenommen.</translation>
    </message>
    <message>
        <source>Remove Hearth’s own voice</source>
        <translation>Hearths eigene Stimme herausrechnen</translation>
    </message>
    <message>
        <source>Start the echo test</source>
        <translation>Echotest starten</translation>
    </message>
    <message>
        <source>Switch that on, and you can interrupt Hearth by speaking.</source>
        <translation>Schalte das ein, dann kannst du Hearth durch Sprechen unterbrechen.</translation>
    </message>
    <message>
        <source>Test the microphone above, check that nothing is muted, then start this test again.</source>
        <translation>Teste oben das Mikrofon, prüfe, dass nichts stummgeschaltet ist, und starte diesen Test dann erneut.</translation>
    </message>
    <message>
        <source>The microphone does not hear the loudspeaker.</source>
        <translation>Das Mikrofon hört den Lautsprecher nicht.</translation>
    </message>
    <message>
        <source>The microphone hears the loudspeaker too loudly to remove all of it.</source>
        <translation>Das Mikrofon hört den Lautsprecher zu laut, um ihn ganz herauszurechnen.</translation>
    </message>
    <message>
        <source>The microphone hears the loudspeaker, and Hearth can remove that.</source>
        <translation>Das Mikrofon hört den Lautsprecher, und Hearth kann ihn herausrechnen.</translation>
    </message>
    <message>
        <source>Until then only “stop”, the key, and Esc in the message box interrupt it.</source>
        <translation>Bis dahin unterbrechen es nur „Stopp“, die Taste und Esc im Nachrichtenfeld.</translation>
    </message>
    <message>
        <source>“Stop”, the key, and Esc in the message box interrupt it. With headphones, or a loudspeaker that is turned down or farther away, anything you say will.</source>
        <translation>„Stopp“, die Taste und Esc im Nachrichtenfeld unterbrechen es. Mit Kopfhörern oder einem leiseren oder weiter entfernten Lautsprecher tut es alles, was Sie sagen.</translation>
    </message>
    <message>
        <source>You can interrupt Hearth by speaking, also through loudspeakers.</source>
        <translation>Du kannst Hearth durch Sprechen unterbrechen, auch über Lautsprecher.</translation>
    </message>
    <message>
        <source>You can interrupt Hearth by speaking, as with headphones.</source>
        <translation>Du kannst Hearth durch Sprechen unterbrechen, wie mit Kopfhörern.</translation>
    </message>
</context>
<context>
    <name>EditInPlace</name>
    <message>
        <source>Change your note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Edit your message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>EmbedderBox</name>
    <message>
        <source>Built-in model (English)</source>
        <translation>Mitgeliefertes Modell (Englisch)</translation>
    </message>
    <message>
        <source>{0} (not available)</source>
        <translation>{0} (nicht verfügbar)</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Nothing of this chat is kept.</source>
        <translation>Nichts von diesem Chat wird gespeichert.</translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation>Privater Chat</translation>
    </message>
    <message>
        <source>Nothing of this chat is ever written to the disk. It is gone when you close or lock Hearth.</source>
        <translation>Nichts von diesem Chat wird je auf die Festplatte geschrieben. Er ist weg, sobald du Hearth schließt oder sperrst.</translation>
    </message>
    <message>
        <source>What would you like to talk about?</source>
        <translation>Worüber möchtest du sprechen?</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What you write here is kept for you. No model reads it unless you ask one.</source>
        <translation>Was du hier schreibst, wird für dich aufbewahrt. Kein Modell liest es, außer du fragst eines.</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase this profile</source>
        <translation>Dieses Profil löschen</translation>
    </message>
    <message>
        <source>Everything in “{0}” will be gone for good: chats, attachments, settings and automatic backups. Type the name of the profile to go on.</source>
        <translation>Alles in „{0}“ ist dann endgültig weg: Chats, Anhänge, Einstellungen und automatische Sicherungen. Gib den Namen des Profils ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten&#xa0;…</translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation>Als Notiz behalten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>Jetzt antworten</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>FigureGrid</name>
    <message>
        <source>Above the room</source>
        <translation>Abstand zum Raum</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>Bereinigt</translation>
    </message>
    <message>
        <source>It was too loud at times. Turn the microphone down, or move back a little.</source>
        <translation>Zeitweise war es zu laut. Regle das Mikrofon herunter oder geh etwas auf Abstand.</translation>
    </message>
    <message>
        <source>Loudness before and after</source>
        <translation>Lautstärke vorher und nachher</translation>
    </message>
    <message>
        <source>Nobody seems to have spoken, or the room is as loud as your voice.</source>
        <translation>Offenbar hat niemand gesprochen, oder der Raum ist so laut wie deine Stimme.</translation>
    </message>
    <message>
        <source>The room behind it</source>
        <translation>Raumgeräusche</translation>
    </message>
    <message>
        <source>There was only silence. Is the microphone muted, or is it another one?</source>
        <translation>Es war nur Stille. Ist das Mikrofon stummgeschaltet oder ist es ein anderes?</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>Deine Stimme</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>An encrypted copy in this profile, about 11 MB an hour. Without it, words can be heard as long as the file stays where it is.</source>
        <translation>Eine verschlüsselte Kopie in diesem Profil, etwa 11&#xa0;MB pro Stunde. Ohne sie lässt sich Gesagtes anhören, solange die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>As spoken</source>
        <translation>Wie gesprochen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>Auf Englisch</translation>
    </message>
    <message>
        <source>Keep the sound</source>
        <translation>Ton behalten</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Sprache des Textes</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transkribieren</translation>
    </message>
    <message numerus="yes">
        <source>Write down %n files?</source>
        <translation>
            <numerusform>%n Datei transkribieren?</numerusform>
            <numerusform>%n Dateien transkribieren?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Suchbegriffe</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorherige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Messages that hold the words</source>
        <translation>Nachrichten mit diesen Wörtern</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Aufgeklappt</translation>
    </message>
</context>
<context>
    <name>FolderQuestion</name>
    <message>
        <source>A new collection</source>
        <translation>Eine neue Sammlung</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Follow changes in the folder</source>
        <translation>Änderungen im Ordner folgen</translation>
    </message>
    <message>
        <source>Name of the new collection</source>
        <translation>Name der neuen Sammlung</translation>
    </message>
    <message>
        <source>Read the documents in this folder?</source>
        <translation>Die Dokumente in diesem Ordner lesen?</translation>
    </message>
    <message>
        <source>You can then search them and ask about them. They stay where they are, and nothing leaves this computer.</source>
        <translation>Danach kannst du sie durchsuchen und Fragen dazu stellen. Sie bleiben, wo sie sind, und nichts verlässt diesen Computer.</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>%n files left out, as Hearth does not read their kinds: {0}</source>
        <translation>
            <numerusform>%n Datei ausgelassen, da Hearth ihre Art nicht liest: {0}</numerusform>
            <numerusform>%n Dateien ausgelassen, da Hearth ihre Arten nicht liest: {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow changes</source>
        <translation>Änderungen folgen</translation>
    </message>
    <message>
        <source>Take out “{0}”</source>
        <translation>„{0}“ herausnehmen</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Looking at your computer…</source>
        <translation>Dein Computer wird angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Hearth needs something that runs language models</source>
        <translation>Hearth braucht ein Programm, das Sprachmodelle ausführt</translation>
    </message>
    <message>
        <source>Ollama is a free program that does that, on this computer. Hearth can keep one of its own: in its own folder, started and ended with Hearth, closed to everybody else.</source>
        <translation>Ollama ist ein kostenloses Programm, das genau das tut – auf diesem Computer. Hearth kann ein eigenes haben: im eigenen Ordner, mit Hearth gestartet und beendet, für alle anderen verschlossen.</translation>
    </message>
    <message>
        <source>Download Ollama (about {0})</source>
        <translation>Ollama herunterladen (etwa {0})</translation>
    </message>
    <message>
        <source>Download Hearth’s own instead</source>
        <translation>Hearths eigenes laden</translation>
    </message>
    <message>
        <source>Use another server…</source>
        <translation>Anderer Server&#xa0;…</translation>
    </message>
    <message>
        <source>Ollama is installed, but it is not running</source>
        <translation>Ollama ist installiert, läuft aber nicht</translation>
    </message>
    <message>
        <source>Hearth can start it for you and end it again when Hearth ends.</source>
        <translation>Hearth kann es für dich starten und beendet es wieder, wenn Hearth endet.</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>Ollama starten</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>These fit this computer. You can add others, and remove this one, at any time.</source>
        <translation>Diese passen zu diesem Computer. Du kannst jederzeit weitere hinzufügen und dieses wieder entfernen.</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>Weitere Modelle&#xa0;…</translation>
    </message>
    <message>
        <source>No model of the list fits this computer</source>
        <translation>Kein Modell der Liste passt zu diesem Computer</translation>
    </message>
    <message>
        <source>Set up talking…</source>
        <translation>Sprechen einrichten&#xa0;…</translation>
    </message>
    <message>
        <source>The official archive from Ollama’s releases on GitHub. Hearth opens this connection for the download alone, and checks every byte against the published checksum.</source>
        <translation>Das offizielle Archiv aus den Veröffentlichungen von Ollama auf GitHub. Hearth öffnet diese Verbindung nur für den Download und prüft jedes Byte anhand der veröffentlichten Prüfsumme.</translation>
    </message>
    <message>
        <source>There is too little free memory or disk space. A smaller one may still work, or another computer.</source>
        <translation>Es ist zu wenig Arbeitsspeicher oder Speicherplatz frei. Vielleicht läuft ein kleineres trotzdem – oder auf einem anderen Computer.</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>Alle Modelle anzeigen</translation>
    </message>
    <message>
        <source>Everything is ready</source>
        <translation>Alles ist bereit</translation>
    </message>
    <message>
        <source>Ask whatever you like. It stays on this computer.</source>
        <translation>Frag, was du möchtest. Es bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>Loslegen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Go on without a model</source>
        <translation>Ohne Modell fortfahren</translation>
    </message>
    <message>
        <source>Download {0} ({1})</source>
        <translation>{0} herunterladen ({1})</translation>
    </message>
    <message>
        <source>From {0}. Licence: {1}.</source>
        <translation>Von {0}. Lizenz: {1}.</translation>
    </message>
    <message>
        <source>Asking for the newest version…</source>
        <translation>Die neueste Version wird abgefragt&#xa0;…</translation>
    </message>
    <message>
        <source>Getting Ollama</source>
        <translation>Ollama wird heruntergeladen</translation>
    </message>
    <message>
        <source>You may go on using Hearth; the download continues by itself.</source>
        <translation>Du kannst Hearth weiter benutzen; der Download läuft von allein weiter.</translation>
    </message>
    <message>
        <source>Starting Ollama…</source>
        <translation>Ollama wird gestartet&#xa0;…</translation>
    </message>
    <message>
        <source>Getting the model</source>
        <translation>Das Modell wird heruntergeladen</translation>
    </message>
</context>
<context>
    <name>HandsFreeBar</name>
    <message>
        <source>End hands-free</source>
        <translation>Freisprechen beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>How you sounded. A guess that makes answers gentler or shorter.</source>
        <translation>Wie du geklungen hast. Eine Vermutung, die Antworten sanfter oder kürzer macht.</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>Mikrofon aus</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>Mikrofon an</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Skip this sentence</source>
        <translation>Satz überspringen</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Sprechen stoppen</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht mehr warten</translation>
    </message>
</context>
<context>
    <name>HardwareCard</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Freier Speicherplatz</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Memory unknown</source>
        <translation>Arbeitsspeicher unbekannt</translation>
    </message>
    <message>
        <source>Models take {0}: {1}.</source>
        <translation>Modelle belegen {0}: {1}.</translation>
    </message>
    <message>
        <source>Models use the processor</source>
        <translation>Modelle nutzen den Prozessor</translation>
    </message>
    <message>
        <source>No models on the disk yet.</source>
        <translation>Noch keine Modelle auf der Festplatte.</translation>
    </message>
    <message>
        <source>None that helps</source>
        <translation>Keine, die hilft</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Shares the computer’s memory</source>
        <translation>Teilt sich den Arbeitsspeicher</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, {0} together</source>
        <translation>
            <numerusform>und %n weitere, zusammen {0}</numerusform>
            <numerusform>und %n weitere, zusammen {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>{0} free now</source>
        <translation>{0} frei</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}, {1} free now</source>
        <translation>{0}, davon {1} frei</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Passages found</source>
        <translation>Gefundene Textstellen</translation>
    </message>
</context>
<context>
    <name>HotkeyBackend</name>
    <message>
        <source>Another program uses this combination.</source>
        <translation>Ein anderes Programm verwendet diese Kombination.</translation>
    </message>
    <message>
        <source>Choose another one, or free it in that program.</source>
        <translation>Wähle eine andere oder gib sie in dem anderen Programm frei.</translation>
    </message>
</context>
<context>
    <name>HotkeyRow</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Works: {0}</source>
        <translation>Funktioniert: {0}</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>You use this combination for another hotkey already.</source>
        <translation>Du verwendest diese Kombination schon für ein anderes globales Kürzel.</translation>
    </message>
    <message>
        <source>Hearth’s own window uses this combination.</source>
        <translation>Das Fenster von Hearth verwendet diese Kombination selbst.</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>Wähle eine andere Kombination.</translation>
    </message>
    <message>
        <source>Here nobody tells when a key is let go.</source>
        <translation>Hier lässt sich nicht erkennen, wann eine Taste losgelassen wird.</translation>
    </message>
    <message>
        <source>Quick chat</source>
        <translation>Schnellchat</translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation>Zum markierten Text fragen</translation>
    </message>
    <message>
        <source>Ask about the screen</source>
        <translation>Zum Bildschirm fragen</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster anzeigen</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Zum Sprechen halten</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>These keys work while another program is in front.</source>
        <translation>Diese Tasten wirken, während ein anderes Programm im Vordergrund ist.</translation>
    </message>
    <message>
        <source>Change in the desktop’s settings</source>
        <translation>In den Einstellungen der Arbeitsumgebung ändern</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
</context>
<context>
    <name>HowMade</name>
    <message numerus="yes">
        <source>%n older messages of this chat, looked up again</source>
        <translation>
            <numerusform>%n ältere Nachricht dieses Chats, noch einmal herausgesucht</numerusform>
            <numerusform>%n ältere Nachrichten dieses Chats, noch einmal herausgesucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer again from these</source>
        <translation>Daraus erneut antworten</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Asking the documents</source>
        <translation>Dokumente befragen</translation>
    </message>
    <message>
        <source>Fitting the window</source>
        <translation>Kontext einpassen</translation>
    </message>
    <message>
        <source>Found, not used</source>
        <translation>Gefunden, nicht verwendet</translation>
    </message>
    <message>
        <source>Hearth itself, without a model</source>
        <translation>Hearth selbst, ohne Modell</translation>
    </message>
    <message>
        <source>How this answer was made</source>
        <translation>Wie diese Antwort entstanden ist</translation>
    </message>
    <message>
        <source>In the search: {0}</source>
        <translation>Davon für die Suche: {0}</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>Nachgeschlagen</translation>
    </message>
    <message>
        <source>Made from documents: what stands in them could have been written by anybody.</source>
        <translation>Aus Dokumenten entstanden: Was darin steht, kann irgendwer geschrieben haben.</translation>
    </message>
    <message>
        <source>Neither documents nor memories were looked up for it.</source>
        <translation>Dafür wurden weder Dokumente noch Erinnerungen herangezogen.</translation>
    </message>
    <message>
        <source>None was near enough to the question.</source>
        <translation>Keine passte gut genug zur Frage.</translation>
    </message>
    <message>
        <source>Nothing: this is how what you attached begins.</source>
        <translation>Nichts: So beginnt, was du angehängt hast.</translation>
    </message>
    <message>
        <source>Nothing: you chose the passages.</source>
        <translation>Nichts: Du hast die Textstellen gewählt.</translation>
    </message>
    <message>
        <source>Passages used</source>
        <translation>Verwendete Textstellen</translation>
    </message>
    <message>
        <source>Reading the chat</source>
        <translation>Chat lesen</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <source>Remembered for it</source>
        <translation>Verwendete Erinnerungen</translation>
    </message>
    <message>
        <source>Remembering</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>Searched by</source>
        <translation>Gesucht nach</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Storing the question</source>
        <translation>Frage speichern</translation>
    </message>
    <message>
        <source>This is what the question means in this chat, in the model’s words.</source>
        <translation>Das bedeutet die Frage in diesem Chat, in den Worten des Modells.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Unsupported</source>
        <translation>Nicht belegt</translation>
    </message>
    <message>
        <source>Writing the answer</source>
        <translation>Antwort schreiben</translation>
    </message>
    <message>
        <source>a closer look</source>
        <translation>genauer Blick</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>meaning of the question</source>
        <translation>Bedeutung der Frage</translation>
    </message>
    <message>
        <source>meanings</source>
        <translation>Bedeutungen</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>which files</source>
        <translation>Dateiauswahl</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>words alone: the meanings are not indexed yet</source>
        <translation>Wörtern allein: Die Bedeutungen sind noch nicht im Index</translation>
    </message>
    <message>
        <source>words alone: the model of meanings failed</source>
        <translation>Wörtern allein: Das Bedeutungsmodell hat versagt</translation>
    </message>
    <message>
        <source>words alone: there is no model of meanings</source>
        <translation>Wörtern allein: Es gibt kein Bedeutungsmodell</translation>
    </message>
    <message>
        <source>words and meaning</source>
        <translation>Wörtern und Bedeutung</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0}&#xa0;ms</translation>
    </message>
    <message>
        <source>{0} names no passage.</source>
        <translation>{0} verweist auf keine Textstelle.</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}&#xa0;s</translation>
    </message>
    <message>
        <source>{0} tokens read</source>
        <translation>{0} Token gelesen</translation>
    </message>
    <message>
        <source>{0} written</source>
        <translation>{0} geschrieben</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
</context>
<context>
    <name>HungQuestion</name>
    <message>
        <source>Hearth does not answer</source>
        <translation>Hearth antwortet nicht</translation>
    </message>
    <message>
        <source>Hearth is running, but it does not answer</source>
        <translation>Hearth läuft, antwortet aber nicht</translation>
    </message>
    <message>
        <source>It may be busy for a moment. If it stays like this, end it and Hearth starts anew. What was saved is safe; text that you were still typing may be lost.</source>
        <translation>Vielleicht ist es nur kurz beschäftigt. Wenn es so bleibt, beende es, und Hearth startet neu. Gespeichertes ist sicher; Text, den du gerade getippt hast, kann verloren gehen.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>No keys: {0}</source>
        <translation>Keine Tasten: {0}</translation>
    </message>
    <message>
        <source>Set keys…</source>
        <translation>Tasten festlegen&#xa0;…</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}: no keys</source>
        <translation>{0}: keine Tasten</translation>
    </message>
    <message>
        <source>Press Enter, then the new keys</source>
        <translation>Drücke die Eingabetaste und dann die neuen Tasten</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Tasten drücken&#xa0;…</translation>
    </message>
    <message>
        <source>Press the keys. Escape keeps the old ones, Backspace removes them.</source>
        <translation>Drücke die Tasten. Esc behält die bisherigen, die Rücktaste entfernt sie.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>“{0}” is not a combination of keys.</source>
        <translation>„{0}“ ist keine Tastenkombination.</translation>
    </message>
    <message>
        <source>Typing would set this off. Add Ctrl, Alt or the Windows key, or take a function key.</source>
        <translation>Das würde schon beim Tippen ausgelöst. Nimm Strg, Alt oder die Windows-Taste dazu oder verwende eine Funktionstaste.</translation>
    </message>
    <message>
        <source>The system or every program needs “{0}”.</source>
        <translation>Das System oder alle Programme brauchen „{0}“.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Each of these opens this profile. Keep at least one that you cannot lose.</source>
        <translation>Jeder dieser Zugänge öffnet das Profil. Behalte mindestens einen, den du nicht verlieren kannst.</translation>
    </message>
    <message>
        <source>Add a passphrase…</source>
        <translation>Passphrase hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Add the system keyring</source>
        <translation>Schlüsselbund hinzufügen</translation>
    </message>
    <message>
        <source>Require both…</source>
        <translation>Beides verlangen&#xa0;…</translation>
    </message>
    <message>
        <source>Add a recovery key</source>
        <translation>Wiederherstellungsschlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Encrypt anew…</source>
        <translation>Neu verschlüsseln&#xa0;…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Opens the profile by itself.</source>
        <translation>Öffnet das Profil allein.</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Opens the profile while you are logged in.</source>
        <translation>Öffnet das Profil, solange du angemeldet bist.</translation>
    </message>
    <message>
        <source>Passphrase and keyring together</source>
        <translation>Passphrase und Schlüsselbund zusammen</translation>
    </message>
    <message>
        <source>Neither opens the profile alone.</source>
        <translation>Keines von beiden öffnet das Profil allein.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>For the day when everything else is lost.</source>
        <translation>Für den Tag, an dem alles andere verloren ist.</translation>
    </message>
    <message>
        <source>Since {0}</source>
        <translation>Seit {0}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>Prüfen&#xa0;…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Ersetzen&#xa0;…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation>Passphrase hinzufügen</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Require passphrase and keyring together</source>
        <translation>Passphrase und Schlüsselbund gemeinsam verlangen</translation>
    </message>
    <message>
        <source>The way in was changed.</source>
        <translation>Der Zugang wurde geändert.</translation>
    </message>
    <message>
        <source>The system keyring opens this profile now.</source>
        <translation>Der Schlüsselbund des Systems öffnet jetzt dieses Profil.</translation>
    </message>
    <message>
        <source>Remove “{0}”?</source>
        <translation>„{0}“ entfernen?</translation>
    </message>
    <message>
        <source>It will no longer open this profile.</source>
        <translation>Damit lässt sich dieses Profil dann nicht mehr öffnen.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Entfernt.</translation>
    </message>
    <message>
        <source>Your copy opens this profile.</source>
        <translation>Deine Kopie öffnet dieses Profil.</translation>
    </message>
    <message>
        <source>Encrypt everything anew</source>
        <translation>Alles neu verschlüsseln</translation>
    </message>
    <message>
        <source>Your new recovery key</source>
        <translation>Dein neuer Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>{0}

The old one opens nothing any more, except backups made before. It is shown only now.</source>
        <translation>{0}

Der alte öffnet nichts mehr, außer früheren Sicherungen. Der neue wird nur jetzt angezeigt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ich habe ihn aufbewahrt</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n Kapitel</numerusform>
            <numerusform>%n Kapitel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters that nobody sees in the document were left out: they may be meant to mislead a model.</source>
        <translation>
            <numerusform>%n Zeichen, das im Dokument niemand sieht, wurde weggelassen: Es soll womöglich ein Modell in die Irre führen.</numerusform>
            <numerusform>%n Zeichen, die im Dokument niemand sieht, wurden weggelassen: Sie sollen womöglich ein Modell in die Irre führen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in part</source>
        <translation>
            <numerusform>%n teilweise</numerusform>
            <numerusform>%n teilweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%n nicht gelesen</numerusform>
            <numerusform>%n nicht gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages hold no text that could be read. Scanned pages need “Read scanned pages” in the settings.</source>
        <translation>
            <numerusform>%n Seite enthält keinen lesbaren Text. Für gescannte Seiten muss in den Einstellungen „Gescannte Seiten lesen“ eingeschaltet sein.</numerusform>
            <numerusform>%n Seiten enthalten keinen lesbaren Text. Für gescannte Seiten muss in den Einstellungen „Gescannte Seiten lesen“ eingeschaltet sein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages read from pictures</source>
        <translation>
            <numerusform>%n Seite aus Bildern gelesen</numerusform>
            <numerusform>%n Seiten aus Bildern gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages without text</source>
        <translation>
            <numerusform>%n Seite ohne Text</numerusform>
            <numerusform>%n Seiten ohne Text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts are protected and were not read.</source>
        <translation>
            <numerusform>%n Teil ist geschützt und wurde nicht gelesen.</numerusform>
            <numerusform>%n Teile sind geschützt und wurden nicht gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts not read</source>
        <translation>
            <numerusform>%n Teil nicht gelesen</numerusform>
            <numerusform>%n Teile nicht gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts, such as attachments, were not read.</source>
        <translation>
            <numerusform>%n Teil, etwa ein Anhang, wurde nicht gelesen.</numerusform>
            <numerusform>%n Teile, etwa Anhänge, wurden nicht gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n Textstelle</numerusform>
            <numerusform>%n Textstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected parts not read</source>
        <translation>
            <numerusform>%n geschützter Teil nicht gelesen</numerusform>
            <numerusform>%n geschützte Teile nicht gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slides</source>
        <translation>
            <numerusform>%n Folie</numerusform>
            <numerusform>%n Folien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to read</source>
        <translation>
            <numerusform>%n zu lesen</numerusform>
            <numerusform>%n zu lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>All that was read is destroyed, with %n passages of the index. What lies on the disk stays where it is.</source>
        <translation>
            <numerusform>Alles Gelesene wird vernichtet, mit %n Textstelle des Index. Was auf der Festplatte liegt, bleibt, wo es ist.</numerusform>
            <numerusform>Alles Gelesene wird vernichtet, mit %n Textstellen des Index. Was auf der Festplatte liegt, bleibt, wo es ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that was read of it is destroyed: texts, passages and index ({0}). The files themselves stay where they are.</source>
        <translation>Alles daraus Gelesene wird vernichtet: Texte, Textstellen und Index ({0}). Die Dateien selbst bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>All that was read of its files is destroyed. The folder and its files stay as they are.</source>
        <translation>Alles aus seinen Dateien Gelesene wird vernichtet. Der Ordner und seine Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the collection</source>
        <translation>Sammlung löschen</translation>
    </message>
    <message>
        <source>Delete the collection…</source>
        <translation>Sammlung löschen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>„{0}“ löschen?</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Drop a folder or files here</source>
        <translation>Einen Ordner oder Dateien hierher ziehen</translation>
    </message>
    <message>
        <source>Files that Hearth has read, to be searched and asked. Nothing leaves this computer.</source>
        <translation>Dateien, die Hearth gelesen hat und die du durchsuchen und befragen kannst. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Dateien&#xa0;…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner&#xa0;…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n files?</source>
        <translation>
            <numerusform>%n Datei vergessen?</numerusform>
            <numerusform>%n Dateien vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget “{0}”?</source>
        <translation>„{0}“ vergessen?</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen&#xa0;…</translation>
    </message>
    <message>
        <source>Hearth reads them on this computer and keeps their text encrypted. Then you can search them and ask about them, with the page that each answer comes from.</source>
        <translation>Hearth liest sie auf diesem Computer und bewahrt ihren Text verschlüsselt auf. Dann kannst du sie durchsuchen und Fragen dazu stellen; zu jeder Antwort siehst du die Seite, von der sie stammt.</translation>
    </message>
    <message>
        <source>In a folder that is followed they are left out from now on.</source>
        <translation>In Ordnern, deren Änderungen Hearth folgt, bleiben sie künftig außen vor.</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Neue Sammlung&#xa0;…</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Read again what failed</source>
        <translation>Fehlgeschlagenes erneut lesen</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Alles erneut lesen</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>Hier lesen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>Sammlung umbenennen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen&#xa0;…</translation>
    </message>
    <message>
        <source>Renew the index</source>
        <translation>Index erneuern</translation>
    </message>
    <message>
        <source>Search your documents</source>
        <translation>Deine Dokumente durchsuchen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take out a folder</source>
        <translation>Ordner herausnehmen</translation>
    </message>
    <message>
        <source>Take out “{0}”?</source>
        <translation>„{0}“ herausnehmen?</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>Text&#xa0;…</translation>
    </message>
    <message>
        <source>The document is longer than Hearth reads; its end is not searched.</source>
        <translation>Das Dokument ist länger, als Hearth liest; sein Ende wird nicht durchsucht.</translation>
    </message>
    <message numerus="yes">
        <source>The words of %n pages were recognised from pictures; a few may be wrong.</source>
        <translation>
            <numerusform>Die Wörter von %n Seite wurden aus Bildern erkannt; einige können falsch sein.</numerusform>
            <numerusform>Die Wörter von %n Seiten wurden aus Bildern erkannt; einige können falsch sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>also in {0}</source>
        <translation>auch in {0}</translation>
    </message>
    <message>
        <source>cut short: too long</source>
        <translation>gekürzt: zu lang</translation>
    </message>
    <message numerus="yes">
        <source>hidden text left out (%n characters)</source>
        <translation>
            <numerusform>verborgener Text weggelassen (%n Zeichen)</numerusform>
            <numerusform>verborgener Text weggelassen (%n Zeichen)</numerusform>
        </translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>Seite {0}</translation>
    </message>
    <message>
        <source>part {0}</source>
        <translation>Teil {0}</translation>
    </message>
    <message>
        <source>slide {0}</source>
        <translation>Folie {0}</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>words and meaning</source>
        <translation>Wörter und Bedeutung</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Mikrofonpegel</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>Sound comes in</source>
        <translation>Ton kommt an</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>Zu laut</translation>
    </message>
</context>
<context>
    <name>LevelView</name>
    <message>
        <source>Microphone level</source>
        <translation>Mikrofonpegel</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Exported to “{0}”.</source>
        <translation>Nach „{0}“ exportiert.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Saved as you type</source>
        <translation>Wird beim Tippen gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>Nicht alles ist gespeichert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n brought back.</source>
        <translation>
            <numerusform>%n zurückgeholt.</numerusform>
            <numerusform>%n zurückgeholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported.</source>
        <translation>
            <numerusform>%n importiert.</numerusform>
            <numerusform>%n importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alle exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>What has been understood</source>
        <translation>Was verstanden wurde</translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>It has not written anything yet.</source>
        <translation>Es wurde noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>It stays on this computer and names models and settings, but no questions or answers.</source>
        <translation>Es bleibt auf diesem Computer und nennt Modelle und Einstellungen, aber keine Fragen oder Antworten.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Log of Hearth’s own Ollama</source>
        <translation>Protokoll von Hearths eigenem Ollama</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
</context>
<context>
    <name>LoudspeakerTest</name>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Play a tone</source>
        <translation>Ton abspielen</translation>
    </message>
    <message>
        <source>Say a sentence</source>
        <translation>Satz sprechen</translation>
    </message>
    <message>
        <source>Show voices</source>
        <translation>Stimmen anzeigen</translation>
    </message>
</context>
<context>
    <name>MacosBackend</name>
    <message>
        <source>macOS cannot watch the key “{0}”.</source>
        <translation>macOS kann die Taste „{0}“ nicht überwachen.</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>Wähle eine andere Kombination.</translation>
    </message>
    <message>
        <source>macOS does not let Hearth hear keys yet.</source>
        <translation>macOS lässt Hearth noch keine Tasten erkennen.</translation>
    </message>
    <message>
        <source>Open System Settings › Privacy &amp; Security › Accessibility, switch Hearth on, and try again.</source>
        <translation>Öffne Systemeinstellungen › Datenschutz &amp; Sicherheit › Bedienungshilfen, schalte Hearth ein und versuche es erneut.</translation>
    </message>
</context>
<context>
    <name>MeaningLine</name>
    <message>
        <source>A multilingual model can be chosen in the settings.</source>
        <translation>In den Einstellungen lässt sich ein mehrsprachiges Modell wählen.</translation>
    </message>
    <message>
        <source>How documents are found</source>
        <translation>Wie Dokumente gefunden werden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>MeaningWords</name>
    <message>
        <source>A new index is being made, {0} passages so far; the old one answers until then.</source>
        <translation>Ein neuer Index entsteht, bisher {0} Textstellen; bis dahin antwortet der alte.</translation>
    </message>
    <message>
        <source>Chroma</source>
        <translation>Chroma</translation>
    </message>
    <message>
        <source>Chroma server</source>
        <translation>Chroma-Server</translation>
    </message>
    <message>
        <source>Index: {0}, {1} of {2} passages so far.</source>
        <translation>Index: {0}, bisher {1} von {2} Textstellen.</translation>
    </message>
    <message>
        <source>Index: {0}, {1} passages.</source>
        <translation>Index: {0}, {1} Textstellen.</translation>
    </message>
    <message>
        <source>Meanings are being prepared, {0} passages so far.</source>
        <translation>Bedeutungen werden vorbereitet, bisher {0} Textstellen.</translation>
    </message>
    <message>
        <source>Meanings are found with {0}.</source>
        <translation>Nach Bedeutung gesucht wird mit {0}.</translation>
    </message>
    <message>
        <source>The built-in model finds meanings in English; texts in other languages are found by their words.</source>
        <translation>Das mitgelieferte Modell findet Bedeutungen auf Englisch; Texte in anderen Sprachen werden über ihre Wörter gefunden.</translation>
    </message>
    <message>
        <source>The model of meanings does not answer: files are found by their words only.</source>
        <translation>Das Bedeutungsmodell antwortet nicht: Dateien werden nur über ihre Wörter gefunden.</translation>
    </message>
    <message>
        <source>exact comparison</source>
        <translation>exakter Vergleich</translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>For a month</source>
        <translation>Einen Monat lang</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Eine Woche lang</translation>
    </message>
    <message>
        <source>For a year</source>
        <translation>Ein Jahr lang</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>For half a year</source>
        <translation>Ein halbes Jahr lang</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>How long it is remembered</source>
        <translation>Wie lange es gemerkt bleibt</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>Vorliebe</translation>
    </message>
    <message>
        <source>Remember this?</source>
        <translation>Das merken?</translation>
    </message>
    <message>
        <source>Show the chat</source>
        <translation>Chat anzeigen</translation>
    </message>
    <message>
        <source>Use it in every answer</source>
        <translation>In jeder Antwort verwenden</translation>
    </message>
    <message>
        <source>Use it only where it matters</source>
        <translation>Nur verwenden, wo es wichtig ist</translation>
    </message>
    <message>
        <source>What is remembered</source>
        <translation>Was gemerkt wird</translation>
    </message>
    <message>
        <source>Word it otherwise</source>
        <translation>Anders formulieren</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memories</source>
        <translation>
            <numerusform>%n Erinnerung</numerusform>
            <numerusform>%n Erinnerungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for your answer</source>
        <translation>
            <numerusform>%n wartet auf deine Antwort</numerusform>
            <numerusform>%n warten auf deine Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>After an answer Hearth proposes what it noticed. Only what you keep is remembered.</source>
        <translation>Nach einer Antwort schlägt Hearth vor, was ihm aufgefallen ist. Gemerkt wird nur, was du bestätigst.</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Von selbst</translation>
    </message>
    <message>
        <source>Expired on {0}, no longer used</source>
        <translation>Abgelaufen am {0}, nicht mehr verwendet</translation>
    </message>
    <message numerus="yes">
        <source>Forget all %n memories?</source>
        <translation>
            <numerusform>%n Erinnerung vergessen?</numerusform>
            <numerusform>Alle %n Erinnerungen vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Alles vergessen&#xa0;…</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Vergessen.</translation>
    </message>
    <message>
        <source>From a chat on {0}</source>
        <translation>Aus einem Chat am {0}</translation>
    </message>
    <message>
        <source>Hearth learns nothing from chats. What you write here is remembered all the same.</source>
        <translation>Hearth lernt nichts aus Chats. Was du hier schreibst, wird trotzdem gemerkt.</translation>
    </message>
    <message>
        <source>Hearth notices nothing. What is in the list is still used.</source>
        <translation>Hearth achtet auf nichts. Was in der Liste steht, wird weiter verwendet.</translation>
    </message>
    <message>
        <source>Learn from chats</source>
        <translation>Aus Chats lernen</translation>
    </message>
    <message>
        <source>Means something near</source>
        <translation>Bedeutet etwas Ähnliches</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>No memory holds these words.</source>
        <translation>Keine Erinnerung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing is remembered yet</source>
        <translation>Noch nichts gemerkt</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Remember it again</source>
        <translation>Wieder merken</translation>
    </message>
    <message>
        <source>Remembered.</source>
        <translation>Gemerkt.</translation>
    </message>
    <message>
        <source>Search memories</source>
        <translation>Erinnerungen durchsuchen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Something to remember</source>
        <translation>Etwas zum Merken</translation>
    </message>
    <message>
        <source>Tell Hearth something to remember, such as “I am allergic to nuts.”</source>
        <translation>Sag Hearth, was es sich merken soll, etwa: „Ich bin allergisch gegen Nüsse.“</translation>
    </message>
    <message>
        <source>This cannot be undone. The chats in which they were learnt stay, and still hold the words.</source>
        <translation>Das lässt sich nicht rückgängig machen. Die Chats, aus denen sie stammen, bleiben und enthalten die Worte weiterhin.</translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation>Bis {0}</translation>
    </message>
    <message numerus="yes">
        <source>Used in %n answers</source>
        <translation>
            <numerusform>In %n Antwort verwendet</numerusform>
            <numerusform>In %n Antworten verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>What Hearth learns about you</source>
        <translation>Was Hearth über dich lernt</translation>
    </message>
    <message>
        <source>What Hearth notices is kept at once, and you are told.</source>
        <translation>Was Hearth auffällt, wird sofort gemerkt, und du erfährst davon.</translation>
    </message>
    <message>
        <source>What you mention about yourself in a chat will be kept, and listed here.</source>
        <translation>Was du in einem Chat über dich erwähnst, wird gemerkt und hier aufgelistet.</translation>
    </message>
    <message>
        <source>What you tell Hearth about yourself can be remembered for later chats. Nothing is learnt from documents or private chats, and nothing leaves this profile.</source>
        <translation>Was du Hearth über dich erzählst, kann es sich für spätere Chats merken. Aus Dokumenten und privaten Chats wird nichts gelernt, und nichts verlässt dieses Profil.</translation>
    </message>
    <message>
        <source>When you mention something about yourself in a chat, Hearth asks whether to remember it. You can also write it here.</source>
        <translation>Wenn du in einem Chat etwas über dich erwähnst, fragt Hearth, ob es sich das merken soll. Du kannst es auch hier aufschreiben.</translation>
    </message>
    <message>
        <source>You wrote it on {0}</source>
        <translation>Von dir geschrieben am {0}</translation>
    </message>
    <message>
        <source>last on {0}</source>
        <translation>zuletzt am {0}</translation>
    </message>
</context>
<context>
    <name>MemoryProposals</name>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Remember this? {0}</source>
        <translation>Das merken? {0}</translation>
    </message>
    <message>
        <source>Remembered: “{0}”</source>
        <translation>Gemerkt: „{0}“</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Change this note</source>
        <translation>Diese Notiz ändern</translation>
    </message>
    <message>
        <source>Ask a model about this</source>
        <translation>Ein Modell dazu fragen</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Diese Notiz löschen</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Bearbeiten und neu senden</translation>
    </message>
    <message>
        <source>How this answer was made</source>
        <translation>Wie diese Antwort entstanden ist</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Vorlesen stoppen</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Erneut antworten</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Show versions side by side</source>
        <translation>Versionen nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Continue in a new chat</source>
        <translation>In neuem Chat weitermachen</translation>
    </message>
    <message>
        <source>Delete from here</source>
        <translation>Ab hier löschen</translation>
    </message>
</context>
<context>
    <name>MessageDeeds</name>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>Gerade wird eine Antwort geschrieben. Stoppe sie zuerst oder warte.</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Modelle anzeigen</translation>
    </message>
    <message>
        <source>{0} (copy)</source>
        <translation>{0} (Kopie)</translation>
    </message>
    <message>
        <source>Deleted, with everything below it.</source>
        <translation>Gelöscht, mit allem darunter.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Show more (%1 characters are not shown)</source>
        <translation>Mehr anzeigen (%1 Zeichen sind ausgeblendet)</translation>
    </message>
    <message>
        <source>Copy the whole message (%1 characters are not shown)</source>
        <translation>Ganze Nachricht kopieren (%1 Zeichen sind ausgeblendet)</translation>
    </message>
    <message>
        <source>Unsupported citations: {0}.</source>
        <translation>Nicht belegte Quellenangaben: {0}.</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>Du hast diese Antwort gestoppt.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>From %n files of yours.</source>
        <translation>
            <numerusform>Aus %n deiner Dateien.</numerusform>
            <numerusform>Aus %n deiner Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Heard up to here: “…{0}”</source>
        <translation>Bis hier gehört: „…{0}“</translation>
    </message>
    <message>
        <source>Not heard to its end.</source>
        <translation>Nicht zu Ende gehört.</translation>
    </message>
    <message>
        <source>The answer failed: %1</source>
        <translation>Die Antwort ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The answer was stopped.</source>
        <translation>Die Antwort wurde gestoppt.</translation>
    </message>
    <message>
        <source>Your documents</source>
        <translation>Deine Dokumente</translation>
    </message>
    <message>
        <source>with words of your documents</source>
        <translation>mit Worten aus deinen Dokumenten</translation>
    </message>
    <message>
        <source>The answer is finished.</source>
        <translation>Die Antwort ist fertig.</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Du hast gesagt</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 hat geantwortet</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Still writing.</source>
        <translation>Schreibt noch.</translation>
    </message>
</context>
<context>
    <name>MicrophoneButton</name>
    <message>
        <source>Listening. Press to send</source>
        <translation>Hört zu. Zum Senden klicken</translation>
    </message>
    <message>
        <source>Talk: hold, or press to begin</source>
        <translation>Sprechen: halten oder zum Starten klicken</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Speak as you usually do: the lights should reach the last third.</source>
        <translation>Sprich wie gewohnt: Die Anzeige sollte bis ins letzte Drittel ausschlagen.</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Test beenden</translation>
    </message>
    <message>
        <source>Test the microphone</source>
        <translation>Mikrofon testen</translation>
    </message>
    <message>
        <source>The microphone is open.</source>
        <translation>Das Mikrofon ist offen.</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>Zu laut</translation>
    </message>
</context>
<context>
    <name>ModelDeeds</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>„{0}“ löschen?</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Only its entry goes; it runs on somebody else’s computer.</source>
        <translation>Nur der Eintrag verschwindet; das Modell läuft auf einem fremden Computer.</translation>
    </message>
    <message>
        <source>{0} become free. You can download it again at any time.</source>
        <translation>{0} werden frei. Du kannst es jederzeit wieder herunterladen.</translation>
    </message>
    <message>
        <source>{0}-mine</source>
        <translation>{0}-eigen</translation>
    </message>
</context>
<context>
    <name>ModelDetail</name>
    <message>
        <source>Abilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen&#xa0;…</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download ({0})</source>
        <translation>Herunterladen ({0})</translation>
    </message>
    <message>
        <source>Download {0}</source>
        <translation>{0} herunterladen</translation>
    </message>
    <message>
        <source>Downloaded from</source>
        <translation>Download von</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Hearth downloads {0} ({1}) from {2}, and opens connections to no others.</source>
        <translation>Hearth lädt {0} ({1}) von {2} herunter und öffnet sonst keine Verbindung.</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>Antwortverhalten</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>Im Speicher</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Lizenztext</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Load now</source>
        <translation>Jetzt laden</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Make a variant…</source>
        <translation>Variante erstellen&#xa0;…</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>Ollama downloads {0} ({1}) from {2}.</source>
        <translation>Ollama lädt {0} ({1}) von {2} herunter.</translation>
    </message>
    <message>
        <source>Ollama’s name</source>
        <translation>Name bei Ollama</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Entladen</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>Für neue Chats verwenden</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>etwa {0}</translation>
    </message>
    <message>
        <source>an unknown amount</source>
        <translation>eine unbekannte Menge</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>chattet</translation>
    </message>
    <message>
        <source>fills gaps in code</source>
        <translation>füllt Lücken im Code</translation>
    </message>
    <message>
        <source>finds by meaning</source>
        <translation>findet nach Bedeutung</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>sieht Bilder</translation>
    </message>
    <message>
        <source>thinks before it answers</source>
        <translation>denkt vor dem Antworten nach</translation>
    </message>
    <message>
        <source>uses tools</source>
        <translation>nutzt Werkzeuge</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes, {0} of it on the graphics card</source>
        <translation>ja, davon {0} auf der Grafikkarte</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
</context>
<context>
    <name>ModelOrder</name>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation>{0} nach oben verschieben</translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation>{0} nach unten verschieben</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
</context>
<context>
    <name>ModelPopup</name>
    <message>
        <source>runs on another computer</source>
        <translation>läuft auf einem anderen Computer</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>server not running</source>
        <translation>Server läuft nicht</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>Erneut nach Modellen suchen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models with a cloud run on somebody else’s computer.</source>
        <translation>Modelle mit Wolke laufen auf einem fremden Computer.</translation>
    </message>
    <message>
        <source>No model server answers</source>
        <translation>Kein Modellserver antwortet</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No installed model is called like that.</source>
        <translation>Kein installiertes Modell heißt so.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Install one in a terminal, for example with “ollama pull llama3.2:3b”.</source>
        <translation>Installiere eines im Terminal, zum Beispiel mit „ollama pull llama3.2:3b“.</translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation>Kein Modell ist installiert</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>sieht Bilder</translation>
    </message>
    <message>
        <source>uses tools</source>
        <translation>nutzt Werkzeuge</translation>
    </message>
    <message>
        <source>thinks</source>
        <translation>denkt nach</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>many languages</source>
        <translation>viele Sprachen</translation>
    </message>
    <message>
        <source>Answers, writes and explains in chats.</source>
        <translation>Antwortet, schreibt und erklärt in Chats.</translation>
    </message>
    <message>
        <source>Turns what you say into text.</source>
        <translation>Macht aus dem, was du sagst, Text.</translation>
    </message>
    <message>
        <source>Reads answers aloud.</source>
        <translation>Liest Antworten vor.</translation>
    </message>
    <message>
        <source>Finds passages by their meaning.</source>
        <translation>Findet Textstellen nach ihrer Bedeutung.</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>Too large for this computer</source>
        <translation>Zu groß für diesen Computer</translation>
    </message>
    <message>
        <source>Not enough disk space</source>
        <translation>Nicht genug Speicherplatz</translation>
    </message>
    <message>
        <source>The best choice for this computer.</source>
        <translation>Die beste Wahl für diesen Computer.</translation>
    </message>
    <message>
        <source>Fits this computer comfortably.</source>
        <translation>Passt bequem auf diesen Computer.</translation>
    </message>
    <message>
        <source>Fits this computer, but leaves little room for anything else.</source>
        <translation>Passt auf diesen Computer, lässt aber wenig Raum für anderes.</translation>
    </message>
    <message>
        <source>Needs more memory than this computer has.</source>
        <translation>Braucht mehr Arbeitsspeicher, als dieser Computer hat.</translation>
    </message>
    <message>
        <source>Needs more disk space than is free.</source>
        <translation>Braucht mehr Speicherplatz, als frei ist.</translation>
    </message>
    <message>
        <source>Checked by Ollama against its registry</source>
        <translation>Von Ollama mit seinem Verzeichnis abgeglichen</translation>
    </message>
    <message>
        <source>Known to Hearth; every byte is checked against it</source>
        <translation>Hearth bekannt; jedes Byte wird damit abgeglichen</translation>
    </message>
    <message numerus="yes">
        <source>Known for %n files; for the others the host’s own is used</source>
        <translation>
            <numerusform>Für %n Datei bekannt; für die übrigen gilt die Angabe des Anbieters</numerusform>
            <numerusform>Für %n Dateien bekannt; für die übrigen gilt die Angabe des Anbieters</numerusform>
        </translation>
    </message>
    <message>
        <source>Not published beforehand; the host’s own is used</source>
        <translation>Vorab nicht veröffentlicht; es gilt die Angabe des Anbieters</translation>
    </message>
    <message>
        <source>runs on somebody else’s computer</source>
        <translation>läuft auf einem fremden Computer</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} und %n weitere</numerusform>
            <numerusform>{0} und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>{0} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>New chats</source>
        <translation>Neue Chats</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Geladen</translation>
    </message>
</context>
<context>
    <name>ModelfileDialog</name>
    <message>
        <source>A Modelfile says on which model to build, what to tell it first, and how it answers.</source>
        <translation>Ein Modelfile legt fest, auf welchem Modell aufgebaut wird, was ihm zuerst gesagt wird und wie es antwortet.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Create a model from a Modelfile</source>
        <translation>Modell aus einem Modelfile erstellen</translation>
    </message>
    <message>
        <source>Letters, digits and - _ . only; a colon before a variant</source>
        <translation>Nur Buchstaben, Ziffern und - _ . sowie ein Doppelpunkt vor der Variante</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>my-model</source>
        <translation>mein-modell</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add another model…</source>
        <translation>Weiteres Modell hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Jede Sprache</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Create from a Modelfile…</source>
        <translation>Aus Modelfile erstellen&#xa0;…</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Language that the model should know</source>
        <translation>Sprache, die das Modell können soll</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>New chats use {0}.</source>
        <translation>Neue Chats verwenden {0}.</translation>
    </message>
    <message>
        <source>No model matches</source>
        <translation>Kein Modell passt</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>Ollama does not answer, so its models are missing here. Files and the catalogue are shown.</source>
        <translation>Ollama antwortet nicht, deshalb fehlen seine Modelle hier. Zu sehen sind Dateien und der Katalog.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Try another word or language.</source>
        <translation>Versuche es mit einem anderen Wort oder einer anderen Sprache.</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>{0} is ready.</source>
        <translation>{0} ist bereit.</translation>
    </message>
</context>
<context>
    <name>NameQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Hearth connects to this computer only. Anything else needs a door that you open here, for one computer and one purpose.</source>
        <translation>Hearth verbindet sich nur mit diesem Computer. Alles andere braucht eine Tür, die du hier öffnest – für einen Computer und einen Zweck.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message>
        <source>Nothing that you write can leave this computer.</source>
        <translation>Nichts, was du schreibst, kann diesen Computer verlassen.</translation>
    </message>
    <message>
        <source>Open a door</source>
        <translation>Tür öffnen</translation>
    </message>
    <message>
        <source>Refused connections</source>
        <translation>Abgewiesene Verbindungen</translation>
    </message>
    <message>
        <source>Nothing was refused since Hearth was started.</source>
        <translation>Seit dem Start von Hearth wurde nichts abgewiesen.</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n-mal)</numerusform>
            <numerusform>(%n-mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
    <message>
        <source>Name or address of the computer</source>
        <translation>Name oder Adresse des Computers</translation>
    </message>
    <message>
        <source>any port</source>
        <translation>jeder Port</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Wofür?</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open since {0}</source>
        <translation>Offen seit {0}</translation>
    </message>
    <message>
        <source>, until {0}</source>
        <translation>, bis {0}</translation>
    </message>
    <message>
        <source>No purpose was given.</source>
        <translation>Kein Zweck angegeben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the door to {0}</source>
        <translation>Tür zu {0} schließen</translation>
    </message>
    <message>
        <source>{0}  A connection to {1}, port {2}: no door to it is open.</source>
        <translation>{0}  Eine Verbindung zu {1}, Port {2}: Dorthin ist keine Tür offen.</translation>
    </message>
    <message>
        <source>{0}  Looking up the name {1}: no door to it is open.</source>
        <translation>{0}  Eine Abfrage des Namens {1}: Dorthin ist keine Tür offen.</translation>
    </message>
</context>
<context>
    <name>NoBackend</name>
    <message>
        <source>Keys cannot be watched on this screen.</source>
        <translation>Auf diesem Bildschirm lassen sich keine Tasten überwachen.</translation>
    </message>
    <message>
        <source>Make a shortcut in your desktop’s settings that runs the command shown here.</source>
        <translation>Lege in den Einstellungen deiner Arbeitsumgebung ein Tastenkürzel an, das den hier gezeigten Befehl ausführt.</translation>
    </message>
</context>
<context>
    <name>NoModelCard</name>
    <message>
        <source>Set up…</source>
        <translation>Einrichten&#xa0;…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Hearth has no model to ask yet: Ollama is not installed.</source>
        <translation>Hearth hat noch kein Modell, das antwortet: Ollama ist nicht installiert.</translation>
    </message>
    <message>
        <source>Set it up in a few steps. Hearth downloads it only after you have agreed.</source>
        <translation>Richte es in wenigen Schritten ein. Hearth lädt es erst herunter, wenn du zugestimmt hast.</translation>
    </message>
    <message>
        <source>Until then Hearth quotes your documents when you ask. You can search your chats and keep notes.</source>
        <translation>Bis dahin zitiert Hearth auf deine Fragen aus deinen Dokumenten. Du kannst deine Chats durchsuchen und Notizen festhalten.</translation>
    </message>
    <message>
        <source>Ollama is installed, but it is not running.</source>
        <translation>Ollama ist installiert, läuft aber nicht.</translation>
    </message>
    <message>
        <source>Start it, or let the set-up do that. Hearth notices by itself when it is there.</source>
        <translation>Starte es oder überlass das der Einrichtung. Hearth merkt von selbst, wenn es da ist.</translation>
    </message>
    <message>
        <source>The model server at {0} cannot be reached.</source>
        <translation>Der Modellserver unter {0} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check that it runs there and that the address is right, or set up another one.</source>
        <translation>Prüfe, ob er dort läuft und ob die Adresse stimmt, oder richte einen anderen ein.</translation>
    </message>
    <message>
        <source>No language model is installed yet.</source>
        <translation>Noch ist kein Sprachmodell installiert.</translation>
    </message>
    <message>
        <source>The set-up advises models that fit this computer.</source>
        <translation>Die Einrichtung empfiehlt Modelle, die zu diesem Computer passen.</translation>
    </message>
    <message>
        <source>The model “{0}” is not installed.</source>
        <translation>Das Modell „{0}“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it, or choose another model below.</source>
        <translation>Installiere es oder wähle unten ein anderes.</translation>
    </message>
</context>
<context>
    <name>NoteDesk</name>
    <message>
        <source>Note deleted.</source>
        <translation>Notiz gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Nothing of a private chat is kept, so it cannot become a note.</source>
        <translation>Von einem privaten Chat wird nichts gespeichert, deshalb kann er keine Notiz werden.</translation>
    </message>
    <message>
        <source>Kept as a note.</source>
        <translation>Als Notiz behalten.</translation>
    </message>
</context>
<context>
    <name>NoteTaking</name>
    <message>
        <source>Voice note</source>
        <translation>Sprachnotiz</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Hearth has something for you</source>
        <translation>Hearth hat etwas für dich</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>OllamaCard</name>
    <message>
        <source>Check for a newer version</source>
        <translation>Nach neuer Version suchen</translation>
    </message>
    <message>
        <source>First steps…</source>
        <translation>Erste Schritte&#xa0;…</translation>
    </message>
    <message>
        <source>From {0}, only when you press the button; every byte is checked.</source>
        <translation>Von {0}, nur wenn du auf den Knopf drückst; jedes Byte wird geprüft.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama</source>
        <translation>Hearths eigenes Ollama</translation>
    </message>
    <message>
        <source>Install (about {0})</source>
        <translation>Installieren (etwa {0})</translation>
    </message>
    <message>
        <source>Installed, version {0}. Chats use another server.</source>
        <translation>Installiert, Version {0}. Chats verwenden einen anderen Server.</translation>
    </message>
    <message>
        <source>Installed, version {0}. It is not running.</source>
        <translation>Installiert, Version {0}. Es läuft nicht.</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installieren&#xa0;…</translation>
    </message>
    <message>
        <source>It could not be started. The log says more.</source>
        <translation>Es konnte nicht gestartet werden. Mehr steht im Protokoll.</translation>
    </message>
    <message>
        <source>It ended unexpectedly and is being started again…</source>
        <translation>Es wurde unerwartet beendet und startet gerade neu&#xa0;…</translation>
    </message>
    <message>
        <source>Not installed, and not needed: Ollama {0} answers at {1}.</source>
        <translation>Nicht installiert und nicht nötig: Ollama {0} antwortet unter {1}.</translation>
    </message>
    <message>
        <source>Not installed. Ollama is a free program that runs language models on this computer; Hearth can keep one of its own, started and ended with it.</source>
        <translation>Nicht installiert. Ollama ist ein kostenloses Programm, das Sprachmodelle auf diesem Computer ausführt; Hearth kann ein eigenes haben, das mit Hearth startet und endet.</translation>
    </message>
    <message>
        <source>Not installed. There is another Ollama on this computer, but it is not running.</source>
        <translation>Nicht installiert. Auf diesem Computer gibt es ein anderes Ollama, aber es läuft nicht.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Running, version {0}, at {1}. Closed to everybody but Hearth.</source>
        <translation>Läuft, Version {0}, unter {1}. Für alle außer Hearth verschlossen.</translation>
    </message>
    <message>
        <source>Servers…</source>
        <translation>Server&#xa0;…</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet&#xa0;…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Update to {0} ({1})</source>
        <translation>Auf {0} aktualisieren ({1})</translation>
    </message>
</context>
<context>
    <name>OpenMark</name>
    <message>
        <source>The microphone is open.</source>
        <translation>Das Mikrofon ist offen.</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page of the document</source>
        <translation>Seite des Dokuments</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message>
        <source>Text of the document</source>
        <translation>Text des Dokuments</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Find actions, chats, settings…</source>
        <translation>Aktionen, Chats, Einstellungen suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Nothing is called like that</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Try fewer letters or other words.</source>
        <translation>Versuche es mit weniger Buchstaben oder anderen Wörtern.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>In your chats</source>
        <translation>In deinen Chats</translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n Ergebnis</numerusform>
            <numerusform>%n Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Answer with this model</source>
        <translation>Mit diesem Modell antworten</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>A number from {0} to {1}, or nothing.</source>
        <translation>Eine Zahl von {0} bis {1} oder nichts.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0 is strict, 1 lively, 2 wild</source>
        <translation>0 ist streng, 1 lebhaft, 2 wild</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Tokens that the model sees at once</source>
        <translation>Token, die das Modell auf einmal sieht</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>In tokens</source>
        <translation>In Token</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same number makes answers repeatable</source>
        <translation>Gleiche Zahl, wiederholbare Antworten</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Share of likely words to choose from</source>
        <translation>Anteil wahrscheinlicher Wörter, aus denen gewählt wird</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>Number of likely words to choose from</source>
        <translation>Anzahl wahrscheinlicher Wörter, aus denen gewählt wird</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Wiederholungsstrafe</translation>
    </message>
    <message>
        <source>Above 1 avoids repeating words</source>
        <translation>Über 1 vermeidet Wortwiederholungen</translation>
    </message>
    <message>
        <source>Keep loaded</source>
        <translation>Geladen halten</translation>
    </message>
    <message>
        <source>Minutes in memory after use</source>
        <translation>Minuten im Speicher nach Gebrauch</translation>
    </message>
</context>
<context>
    <name>ParametersSection</name>
    <message>
        <source>Empty fields leave it to your settings and to the model. A persona’s own values come first.</source>
        <translation>Leere Felder überlassen es deinen Einstellungen und dem Modell. Eigene Werte einer Persona gehen vor.</translation>
    </message>
    <message>
        <source>Forget all values that you set for this model</source>
        <translation>Alle Werte vergessen, die du für dieses Modell festgelegt hast</translation>
    </message>
    <message>
        <source>Keep these values for this model</source>
        <translation>Diese Werte für dieses Modell behalten</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved. It holds from the next answer on.</source>
        <translation>Gespeichert. Gilt ab der nächsten Antwort.</translation>
    </message>
</context>
<context>
    <name>PassageCard</name>
    <message>
        <source>Found by its meaning. Opens with a click or Enter.</source>
        <translation>Über die Bedeutung gefunden. Öffnen per Klick oder Eingabetaste.</translation>
    </message>
    <message>
        <source>Found by its words and its meaning. Opens with a click or Enter.</source>
        <translation>Über Wörter und Bedeutung gefunden. Öffnen per Klick oder Eingabetaste.</translation>
    </message>
    <message>
        <source>Found by its words. Opens with a click or Enter.</source>
        <translation>Über die Wörter gefunden. Öffnen per Klick oder Eingabetaste.</translation>
    </message>
    <message>
        <source>Opens with a click or Enter.</source>
        <translation>Öffnet sich mit einem Klick oder der Eingabetaste.</translation>
    </message>
    <message>
        <source>The model was given no passage with this number. Nothing in your documents stands for this.</source>
        <translation>Das Modell hat keine Textstelle mit dieser Nummer bekommen. Nichts in deinen Dokumenten belegt das.</translation>
    </message>
    <message>
        <source>This passage was forgotten, or its file was changed since.</source>
        <translation>Diese Textstelle wurde vergessen, oder ihre Datei hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>{0}: not supported</source>
        <translation>{0}: nicht belegt</translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>Back to the passage</source>
        <translation>Zurück zur Textstelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open the file…</source>
        <translation>Datei öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Open this file in another program?</source>
        <translation>Diese Datei in einem anderen Programm öffnen?</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Seite {0} von {1}</translation>
    </message>
    <message>
        <source>Part {0} of {1}</source>
        <translation>Teil {0} von {1}</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Textstelle</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Anzeigen als</translation>
    </message>
    <message>
        <source>Slide {0} of {1}</source>
        <translation>Folie {0} von {1}</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The file has changed since it was read. This is the text as it was read then.</source>
        <translation>Die Datei hat sich seit dem Lesen geändert. Das ist der Text, wie er damals gelesen wurde.</translation>
    </message>
    <message>
        <source>The file is no longer where it was. This is the text as it was read then.</source>
        <translation>Die Datei ist nicht mehr da, wo sie war. Das ist der Text, wie er damals gelesen wurde.</translation>
    </message>
    <message>
        <source>This document is no longer in Hearth. This is the passage as the answer kept it.</source>
        <translation>Dieses Dokument ist nicht mehr in Hearth. Das ist die Textstelle, wie die Antwort sie aufbewahrt hat.</translation>
    </message>
    <message>
        <source>{0}

The other program may load what the file refers to from the internet.</source>
        <translation>{0}

Das andere Programm lädt möglicherweise aus dem Internet, worauf die Datei verweist.</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Present passphrase</source>
        <translation>Bisherige Passphrase</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation>Neue Passphrase wiederholen</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen stimmen nicht überein.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist aktiv.</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe anzeigen</translation>
    </message>
    <message>
        <source>Four or five unrelated words are easy to keep and hard to guess.</source>
        <translation>Vier oder fünf Wörter ohne Zusammenhang sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
        <source>Very easy to guess</source>
        <translation>Sehr leicht zu erraten</translation>
    </message>
    <message>
        <source>Easy to guess</source>
        <translation>Leicht zu erraten</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>Könnte besser sein</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Very hard to guess</source>
        <translation>Sehr schwer zu erraten</translation>
    </message>
</context>
<context>
    <name>PastedText</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a text</source>
        <translation>Text hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Paste or type the text</source>
        <translation>Text einfügen oder eingeben</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>PersonaEditor</name>
    <message>
        <source>The model of the chat</source>
        <translation>Das Modell des Chats</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0} (nicht installiert)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>One line, shown where you choose who answers.</source>
        <translation>Eine Zeile; du siehst sie, wenn du wählst, wer antwortet.</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>What the model is told before every chat with this persona, after your own instructions.</source>
        <translation>Was dem Modell vor jedem Chat mit dieser Persona gesagt wird, nach deinen eigenen Anweisungen.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Answers in new chats with this persona, unless you choose another one there.</source>
        <translation>Antwortet in neuen Chats mit dieser Persona, außer du wählst dort ein anderes.</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>Shown in an empty chat.</source>
        <translation>Wird in einem leeren Chat angezeigt.</translation>
    </message>
    <message>
        <source>Starters</source>
        <translation>Einstiege</translation>
    </message>
    <message>
        <source>Ways to begin, one in each line. They are offered in an empty chat.</source>
        <translation>Anfänge für ein Gespräch, einer pro Zeile. Sie werden in einem leeren Chat angeboten.</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>Antwortverhalten</translation>
    </message>
    <message>
        <source>An empty field leaves it to the model and to your settings.</source>
        <translation>Ein leeres Feld überlässt es dem Modell und deinen Einstellungen.</translation>
    </message>
</context>
<context>
    <name>PersonaPicker</name>
    <message>
        <source>Persona: none</source>
        <translation>Persona: keine</translation>
    </message>
    <message>
        <source>Choose a persona</source>
        <translation>Persona wählen</translation>
    </message>
    <message>
        <source>Persona: {0}</source>
        <translation>Persona: {0}</translation>
    </message>
</context>
<context>
    <name>PersonaPopup</name>
    <message>
        <source>Choose a persona</source>
        <translation>Persona wählen</translation>
    </message>
    <message>
        <source>Search personas</source>
        <translation>Personas suchen</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Edit personas…</source>
        <translation>Personas bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>Keine Persona</translation>
    </message>
    <message>
        <source>Plain answers, no particular role</source>
        <translation>Schlichte Antworten, keine bestimmte Rolle</translation>
    </message>
</context>
<context>
    <name>PersonasPage</name>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>Neue Persona</translation>
    </message>
    <message>
        <source>Who answers: instructions, a model and a manner under one name. Choose one in any chat.</source>
        <translation>Wer antwortet: Anweisungen, Modell und Tonfall unter einem Namen. Wähle sie in jedem Chat.</translation>
    </message>
    <message>
        <source>Search personas</source>
        <translation>Personas suchen</translation>
    </message>
    <message>
        <source>No personas</source>
        <translation>Keine Personas</translation>
    </message>
    <message>
        <source>A persona remembers how you want to be answered, so that you say it once.</source>
        <translation>Eine Persona merkt sich, wie du Antworten haben möchtest – du sagst es nur einmal.</translation>
    </message>
    <message>
        <source>No persona is called like that.</source>
        <translation>Keine Persona heißt so.</translation>
    </message>
    <message>
        <source>“{0}” was deleted. Its chats stay as they are.</source>
        <translation>„{0}“ wurde gelöscht. Ihre Chats bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Bring back the built-in personas</source>
        <translation>Mitgelieferte Personas zurückholen</translation>
    </message>
    <message>
        <source>All built-in personas are here.</source>
        <translation>Alle mitgelieferten Personas sind da.</translation>
    </message>
    <message>
        <source>Personas of Hearth (*.toml)</source>
        <translation>Personas von Hearth (*.toml)</translation>
    </message>
    <message>
        <source>personas.toml</source>
        <translation>personas.toml</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Speed: {0}</source>
        <translation>Tempo: {0}</translation>
    </message>
</context>
<context>
    <name>PortalBackend</name>
    <message>
        <source>Your desktop is being asked for this key.</source>
        <translation>Deine Arbeitsumgebung wird gerade um diese Taste gebeten.</translation>
    </message>
    <message>
        <source>Your desktop lets no program watch keys by itself.</source>
        <translation>Deine Arbeitsumgebung lässt kein Programm von sich aus Tasten überwachen.</translation>
    </message>
    <message>
        <source>Make a shortcut in your desktop’s settings that runs the command shown here.</source>
        <translation>Lege in den Einstellungen deiner Arbeitsumgebung ein Tastenkürzel an, das den hier gezeigten Befehl ausführt.</translation>
    </message>
    <message>
        <source>You did not allow this key when your desktop asked.</source>
        <translation>Du hast diese Taste nicht erlaubt, als deine Arbeitsumgebung gefragt hat.</translation>
    </message>
    <message>
        <source>Choose “Try again”, or make a shortcut in your desktop’s settings.</source>
        <translation>Wähle „Erneut versuchen“ oder lege in den Einstellungen deiner Arbeitsumgebung ein Tastenkürzel an.</translation>
    </message>
    <message>
        <source>Your desktop refused the key without a reason.</source>
        <translation>Deine Arbeitsumgebung hat die Taste ohne Begründung abgelehnt.</translation>
    </message>
    <message>
        <source>Your desktop has given this no key.</source>
        <translation>Deine Arbeitsumgebung hat hierfür keine Taste vergeben.</translation>
    </message>
    <message>
        <source>Set one in your desktop’s settings, or choose another combination.</source>
        <translation>Lege in den Einstellungen deiner Arbeitsumgebung eine fest oder wähle eine andere Kombination.</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>An answer is ready</source>
        <translation>Eine Antwort ist fertig</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>One encrypted file with everything. It opens with the secrets that this profile has today.</source>
        <translation>Eine verschlüsselte Datei mit allem. Sie öffnet sich mit den Zugängen, die dieses Profil heute hat.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern&#xa0;…</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Alle Chats exportieren</translation>
    </message>
    <message>
        <source>A readable file that is not encrypted. JSON keeps everything and can be imported again.</source>
        <translation>Eine lesbare, unverschlüsselte Datei. JSON behält alles und lässt sich wieder importieren.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Erase this profile</source>
        <translation>Dieses Profil löschen</translation>
    </message>
    <message>
        <source>Its keys are destroyed first, so that nothing can bring it back, except backups you made yourself.</source>
        <translation>Zuerst werden seine Schlüssel vernichtet, sodass nichts es zurückholen kann, außer Sicherungen, die du selbst gemacht hast.</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n chats exported.</source>
        <translation>
            <numerusform>%n Chat exportiert.</numerusform>
            <numerusform>%n Chats exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Backed up and verified: {0}.</source>
        <translation>Gesichert und geprüft: {0}.</translation>
    </message>
</context>
<context>
    <name>ProfilePages</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Talk to Hearth</source>
        <translation>Mit Hearth sprechen</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transkripte</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
</context>
<context>
    <name>ProfilePicker</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
</context>
<context>
    <name>ProgramDesk</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove Hearth’s own Ollama?</source>
        <translation>Hearths eigenes Ollama entfernen?</translation>
    </message>
    <message>
        <source>The program is deleted. Its models stay, for when you install it again.</source>
        <translation>Das Programm wird gelöscht. Seine Modelle bleiben, falls du es wieder installierst.</translation>
    </message>
    <message>
        <source>Version {0} is the newest.</source>
        <translation>Version {0} ist die neueste.</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Try it…</source>
        <translation>Ausprobieren&#xa0;…</translation>
    </message>
    <message>
        <source>Offer it in an empty chat</source>
        <translation>In leeren Chats anbieten</translation>
    </message>
    <message>
        <source>Offer it for selected text</source>
        <translation>Für markierten Text anbieten</translation>
    </message>
    <message>
        <source>Asks for: {0}</source>
        <translation>Fragt nach: {0}</translation>
    </message>
    <message>
        <source>Asks for nothing.</source>
        <translation>Fragt nach nichts.</translation>
    </message>
    <message>
        <source>{0} (filled by Hearth)</source>
        <translation>{0} (füllt Hearth aus)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What you type in a chat to call it.</source>
        <translation>Damit rufst du ihn im Chat auf.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>One line, shown in lists.</source>
        <translation>Eine Zeile, in Listen zu sehen.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>{{name}} asks for a text, {{name=Ada}} begins with one, {{tone|formal|friendly}} offers a choice. {{text}} is a longer text; {{clipboard}}, {{selection}} and {{date}} fill themselves.</source>
        <translation>{{name}} fragt nach einem Text, {{name=Ada}} gibt einen vor, {{tone|förmlich|freundlich}} bietet eine Auswahl. {{text}} ist ein längerer Text; {{clipboard}}, {{selection}} und {{date}} füllen sich selbst aus.</translation>
    </message>
</context>
<context>
    <name>PromptForm</name>
    <message>
        <source>Enter goes on, Shift+Enter breaks a line, Esc goes back.</source>
        <translation>Eingabe: weiter, Umschalt+Eingabe: neue Zeile, Esc: zurück.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Möglichkeiten</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>Worauf es ankommt</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Was gesagt werden soll</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
</context>
<context>
    <name>PromptsPage</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>offered in an empty chat</source>
        <translation>in leeren Chats angeboten</translation>
    </message>
    <message>
        <source>offered for selected text</source>
        <translation>für markierten Text angeboten</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <source>Use in a chat</source>
        <translation>In einem Chat verwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Texts that you use again and again. Type “/” at the beginning of a message to call one.</source>
        <translation>Texte, die du immer wieder brauchst. Tippe „/“ am Anfang einer Nachricht, um einen aufzurufen.</translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation>Prompts suchen</translation>
    </message>
    <message>
        <source>No prompts</source>
        <translation>Keine Prompts</translation>
    </message>
    <message>
        <source>Keep what you often ask, with gaps for what changes, and call it by its name.</source>
        <translation>Bewahre auf, was du oft fragst, mit Lücken für das, was sich ändert, und rufe es mit seinem Namen auf.</translation>
    </message>
    <message>
        <source>No prompt is called like that.</source>
        <translation>Kein Prompt heißt so.</translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation>„{0}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Bring back the built-in prompts</source>
        <translation>Mitgelieferte Prompts zurückholen</translation>
    </message>
    <message>
        <source>All built-in prompts are here.</source>
        <translation>Alle mitgelieferten Prompts sind da.</translation>
    </message>
    <message>
        <source>Prompts of Hearth (*.toml)</source>
        <translation>Prompts von Hearth (*.toml)</translation>
    </message>
    <message>
        <source>prompts.toml</source>
        <translation>prompts.toml</translation>
    </message>
</context>
<context>
    <name>ProposalBar</name>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n weitere)</numerusform>
            <numerusform>(%n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Remember this?</source>
        <translation>Das merken?</translation>
    </message>
    <message>
        <source>What is remembered</source>
        <translation>Was gemerkt wird</translation>
    </message>
</context>
<context>
    <name>QuickBody</name>
    <message>
        <source>Hearth is locked</source>
        <translation>Hearth ist gesperrt</translation>
    </message>
    <message>
        <source>Unlock it, and ask here.</source>
        <translation>Entsperre es und frag hier.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Replace clipboard</source>
        <translation>Zwischenablage ersetzen</translation>
    </message>
    <message>
        <source>Open in Hearth</source>
        <translation>In Hearth öffnen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Ask about this text</source>
        <translation>Frag etwas zu diesem Text</translation>
    </message>
    <message>
        <source>Ask on</source>
        <translation>Frag weiter</translation>
    </message>
    <message>
        <source>Ask something privately</source>
        <translation>Stell eine private Frage</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Stell eine Frage</translation>
    </message>
    <message>
        <source>The text is long, so it is attached as a file. Type what to do with it.</source>
        <translation>Der Text ist lang, deshalb ist er als Datei angehängt. Schreib, was damit geschehen soll.</translation>
    </message>
    <message>
        <source>Selected text</source>
        <translation>Markierter Text</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Aus der Zwischenablage</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>Gerade wird eine Antwort geschrieben. Stoppe sie zuerst oder warte.</translation>
    </message>
    <message>
        <source>Something else was copied since. It was left as it is.</source>
        <translation>Inzwischen wurde etwas anderes kopiert. Es blieb, wie es war.</translation>
    </message>
    <message>
        <source>The clipboard now holds the answer. Paste it where the text was.</source>
        <translation>Die Antwort liegt jetzt in der Zwischenablage. Füge sie dort ein, wo der Text stand.</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>Noch ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>Get one in Hearth under “Models”. It is downloaded once and then runs on this computer.</source>
        <translation>Hol dir eines in Hearth unter „Modelle“. Es wird einmal heruntergeladen und läuft dann auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>QuickChat</name>
    <message>
        <source>Hearth quick chat</source>
        <translation>Schnellchat von Hearth</translation>
    </message>
    <message>
        <source>Nothing is selected, and no text was copied. Just type your question.</source>
        <translation>Nichts ist markiert und kein Text wurde kopiert. Tipp einfach deine Frage.</translation>
    </message>
</context>
<context>
    <name>QuickHeader</name>
    <message>
        <source>Quick chat</source>
        <translation>Schnellchat</translation>
    </message>
    <message>
        <source>Private: keep nothing of this chat</source>
        <translation>Privat: nichts von diesem Chat speichern</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Private quick chat</source>
        <translation>Privater Schnellchat</translation>
    </message>
</context>
<context>
    <name>QuickSession</name>
    <message>
        <source>This could not be sent.</source>
        <translation>Das konnte nicht gesendet werden.</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>Gerade wird eine Antwort geschrieben. Stoppe sie zuerst oder warte.</translation>
    </message>
</context>
<context>
    <name>ReadOnlyText</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy “{0}”</source>
        <translation>„{0}“ kopieren</translation>
    </message>
</context>
<context>
    <name>ReadingStrip</name>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Paused at {0}</source>
        <translation>Angehalten bei {0}</translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation>Fortschritt beim Lesen</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Gelesen wird {0}</translation>
    </message>
    <message>
        <source>Reading {0}: {1}</source>
        <translation>Gelesen wird {0}: {1}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The model of meanings does not answer: what is read now is found by its words only.</source>
        <translation>Das Bedeutungsmodell antwortet nicht: Was jetzt gelesen wird, wird nur über seine Wörter gefunden.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>RecognitionCard</name>
    <message>
        <source>Get a speech model</source>
        <translation>Modell holen</translation>
    </message>
    <message>
        <source>Get more models</source>
        <translation>Weitere Modelle holen</translation>
    </message>
    <message>
        <source>How quick they are here</source>
        <translation>Wie schnell sie hier sind</translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation>Jetzt messen</translation>
    </message>
    <message>
        <source>Measured {0}…</source>
        <translation>{0} gemessen&#xa0;…</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen&#xa0;…</translation>
    </message>
    <message>
        <source>There is no model for speech recognition on this computer yet.</source>
        <translation>Auf diesem Computer gibt es noch kein Modell für die Spracherkennung.</translation>
    </message>
    <message>
        <source>not measured yet · {0}</source>
        <translation>noch nicht gemessen · {0}</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>der Grafikkarte</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>dem Prozessor</translation>
    </message>
    <message>
        <source>too slow to be chosen by itself</source>
        <translation>zu langsam für „Automatisch“</translation>
    </message>
    <message>
        <source>{0} s for a 3-second sentence on {1} · {2}</source>
        <translation>{0}&#xa0;s für einen Satz von 3&#xa0;Sekunden auf {1} · {2}</translation>
    </message>
    <message>
        <source>“base” suits most computers; “small” makes fewer mistakes and is slower.</source>
        <translation>„base“ passt für die meisten Computer; „small“ macht weniger Fehler und ist langsamer.</translation>
    </message>
</context>
<context>
    <name>RecordingOffer</name>
    <message>
        <source>Attach as it is</source>
        <translation>So anhängen</translation>
    </message>
    <message>
        <source>Models read texts: written down, you can ask about what is said in it.</source>
        <translation>Modelle lesen Texte: Mit einem Transkript kannst du fragen, was darin gesagt wird.</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>Open and set the passphrase</source>
        <translation>Öffnen und Passphrase festlegen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Wiederherstellungsschlüssel verwenden</translation>
    </message>
    <message>
        <source>It opens “{0}”. Then choose a new passphrase; the recovery key stays as it is.</source>
        <translation>Er öffnet „{0}“. Wähle danach eine neue Passphrase; der Wiederherstellungsschlüssel bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The passphrase will open it alone; Settings › Keys can ask for the keyring again.</source>
        <translation>Die Passphrase öffnet es dann allein; unter Einstellungen › Schlüssel lässt sich der Schlüsselbund wieder verlangen.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {0} characters.</source>
        <translation>Eine Passphrase braucht mindestens {0} Zeichen.</translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are good.</source>
        <translation>Gut sind vier oder fünf Wörter, die nichts miteinander zu tun haben.</translation>
    </message>
</context>
<context>
    <name>RecoveryCheck</name>
    <message>
        <source>Check the recovery key</source>
        <translation>Wiederherstellungsschlüssel prüfen</translation>
    </message>
    <message>
        <source>Type the recovery key from your copy. Nothing is changed by this.</source>
        <translation>Gib den Wiederherstellungsschlüssel von deiner Kopie ein. Dadurch ändert sich nichts.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Your recovery key</source>
        <translation>Dein Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>If you forget the passphrase or lose the keyring, this key is the only other way in. Nobody else has it, and Hearth shows it only now. Write it down or print it, and keep it away from this computer.</source>
        <translation>Wenn du die Passphrase vergisst oder den Schlüsselbund verlierst, ist dieser Schlüssel der einzige andere Zugang. Niemand sonst hat ihn, und Hearth zeigt ihn nur jetzt. Schreib ihn auf oder druck ihn aus und bewahre ihn getrennt von diesem Computer auf.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Als Text speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Type it once, to be sure that your copy is right (or do that later)</source>
        <translation>Gib ihn einmal ein, um sicher zu sein, dass deine Kopie stimmt (oder später)</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ich habe ihn aufbewahrt</translation>
    </message>
    <message>
        <source>Recovery key: {0}</source>
        <translation>Wiederherstellungsschlüssel: {0}</translation>
    </message>
    <message>
        <source>That is not the same key.</source>
        <translation>Das ist nicht derselbe Schlüssel.</translation>
    </message>
    <message>
        <source>Compare it with the key above, group by group.</source>
        <translation>Vergleiche ihn Gruppe für Gruppe mit dem Schlüssel oben.</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Wiederherstellungsschlüssel speichern</translation>
    </message>
    <message>
        <source>Recovery key of a Hearth profile. Keep it away from this computer.</source>
        <translation>Wiederherstellungsschlüssel eines Hearth-Profils. Bewahre ihn getrennt von diesem Computer auf.</translation>
    </message>
    <message>
        <source>The key could not be saved there.</source>
        <translation>Der Schlüssel konnte dort nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Choose another folder, or write the key down.</source>
        <translation>Wähle einen anderen Ordner oder schreib den Schlüssel auf.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>The backup is checked whole before anything is replaced. A profile that is there now is kept.</source>
        <translation>Die Sicherung wird vollständig geprüft, bevor etwas ersetzt wird. Ein vorhandenes Profil bleibt erhalten.</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Keine Datei gewählt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>Sicherungsdatei</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Passphrase oder Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Passphrase or recovery key at the time of the backup</source>
        <translation>Passphrase oder Wiederherstellungsschlüssel zur Zeit der Sicherung</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Checking and restoring…</source>
        <translation>Wird geprüft und wiederhergestellt&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Sicherung wählen</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>Conversation, %n messages</source>
        <translation>
            <numerusform>Unterhaltung, %n Nachricht</numerusform>
            <numerusform>Unterhaltung, %n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Scroll the conversation</source>
        <translation>Unterhaltung scrollen</translation>
    </message>
</context>
<context>
    <name>RowTools</name>
    <message>
        <source>Scroll sideways</source>
        <translation>Seitwärts scrollen</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>The screen could not be read. Allow Hearth to record the screen, and try again.</source>
        <translation>Der Bildschirm konnte nicht gelesen werden. Erlaube Hearth, den Bildschirm aufzunehmen, und versuche es erneut.</translation>
    </message>
    <message>
        <source>Your desktop gave no picture of the screen. Take a screenshot with its own tool and paste it into the question.</source>
        <translation>Deine Arbeitsumgebung hat kein Bild vom Bildschirm geliefert. Mach mit ihrem eigenen Werkzeug ein Bildschirmfoto und füge es in die Frage ein.</translation>
    </message>
</context>
<context>
    <name>ScreenshotCrop</name>
    <message>
        <source>Choose a part of the screen</source>
        <translation>Bildschirmausschnitt wählen</translation>
    </message>
    <message>
        <source>Arrow keys move a rectangle, with Shift they change its size. Enter takes it, Esc cancels.</source>
        <translation>Pfeiltasten verschieben ein Rechteck, mit Umschalt ändern sie seine Größe. Eingabe übernimmt es, Esc bricht ab.</translation>
    </message>
    <message>
        <source>Drag over a part. Enter takes all of it, Esc cancels.</source>
        <translation>Zieh über einen Ausschnitt. Eingabe nimmt alles, Esc bricht ab.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear (Esc)</source>
        <translation>Leeren (Esc)</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>All collections</source>
        <translation>Alle Sammlungen</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>All kinds of files</source>
        <translation>Alle Dateiarten</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Beliebige Zeit</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>How old</source>
        <translation>Wie alt</translation>
    </message>
    <message>
        <source>In which collection</source>
        <translation>In welcher Sammlung</translation>
    </message>
    <message>
        <source>In which folder</source>
        <translation>In welchem Ordner</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Past month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Past week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Past year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Folien</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Quellcode</translation>
    </message>
    <message>
        <source>Tables and data</source>
        <translation>Tabellen und Daten</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Which kind of file</source>
        <translation>Welche Dateiart</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Does not hold these words, but means something similar.</source>
        <translation>Enthält diese Wörter nicht, bedeutet aber etwas Ähnliches.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>similar meaning</source>
        <translation>ähnliche Bedeutung</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”. Try fewer or other words.</source>
        <translation>Für „{0}“ wurde nichts gefunden. Versuche es mit weniger oder anderen Wörtern.</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n Textstelle</numerusform>
            <numerusform>%n Textstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Passages with some of these words were found, but they are about something else. Try other words.</source>
        <translation>Es gibt Textstellen mit einigen dieser Wörter, aber sie handeln von etwas anderem. Versuch es mit anderen Wörtern.</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Your documents do not seem to say anything about it. Try other words.</source>
        <translation>Deine Dokumente scheinen dazu nichts zu sagen. Versuch es mit anderen Wörtern.</translation>
    </message>
    <message>
        <source>searched by words: meanings are still being prepared</source>
        <translation>nach Wörtern gesucht: Bedeutungen werden noch vorbereitet</translation>
    </message>
    <message>
        <source>searched by words: the model of meanings does not answer</source>
        <translation>nach Wörtern gesucht: Das Bedeutungsmodell antwortet nicht</translation>
    </message>
</context>
<context>
    <name>SegmentEditor</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>SelectableList</name>
    <message>
        <source>Copy selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Answer again with</source>
        <translation>Erneut antworten mit</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Frühere Version</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Spätere Version</translation>
    </message>
    <message>
        <source>Show source {0}</source>
        <translation>Quelle {0} anzeigen</translation>
    </message>
</context>
<context>
    <name>SelectionCard</name>
    <message>
        <source>Leave this text out</source>
        <translation>Diesen Text weglassen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>SelectionPrompts</name>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>Umschreiben</translation>
    </message>
    <message>
        <source>Fix grammar</source>
        <translation>Grammatik korrigieren</translation>
    </message>
</context>
<context>
    <name>ServerRecords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>workshop</source>
        <translation>werkstatt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>Ggf. Schlüssel</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset “{0}”</source>
        <translation>„{0}“ zurücksetzen</translation>
    </message>
    <message>
        <source>The model decides</source>
        <translation>Das Modell entscheidet</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>The first one installed</source>
        <translation>Das erste installierte</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Token</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>After use</source>
        <translation>Nach Gebrauch</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>By anything I say</source>
        <translation>Mit allem, was ich sage</translation>
    </message>
    <message>
        <source>By “stop” and the key</source>
        <translation>Mit „Stopp“ und der Sprechtaste</translation>
    </message>
    <message>
        <source>Chroma server</source>
        <translation>Chroma-Server</translation>
    </message>
    <message>
        <source>Chroma, in memory</source>
        <translation>Chroma, im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Exact comparison</source>
        <translation>Exakter Vergleich</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>Nur den Text</translation>
    </message>
    <message>
        <source>Only while it is used</source>
        <translation>Nur bei Gebrauch</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Geduldig</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>Auf Gesprochenes</translation>
    </message>
    <message>
        <source>The sound as well</source>
        <translation>Auch den Ton</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <source>files knowledge search index embedding vectors sources</source>
        <translation>dateien wissen suche index embedding vektoren quellen</translation>
    </message>
    <message>
        <source>keys keyboard shortcut key combination hotkey</source>
        <translation>tasten tastatur kürzel tastenkürzel tastenkombination kurzbefehl shortcut hotkey</translation>
    </message>
    <message>
        <source>talk speak listen speech sound test echo headphones speaker level record</source>
        <translation>sprechen reden zuhören sprache stimme ton klang test echo kopfhörer lautsprecher pegel aufnehmen mikrofon</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Globale Kürzel</translation>
    </message>
    <message>
        <source>global keys quick chat selection screenshot talk other programs</source>
        <translation>global tasten hotkey schnellchat auswahl markierung bildschirmfoto screenshot sprechen andere programme</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Model servers</source>
        <translation>Modellserver</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>backup export erase delete profile</source>
        <translation>sicherung backup export löschen vernichten profil datenschutz</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>doors connections internet refused host offline</source>
        <translation>türen verbindungen internet abgewiesen host offline</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>passphrase password recovery key keyring unlock vault</source>
        <translation>passphrase passwort kennwort wiederherstellungsschlüssel schlüsselbund entsperren tresor</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>audit record history log</source>
        <translation>audit verlauf aufzeichnung protokoll log</translation>
    </message>
</context>
<context>
    <name>SettingsSearch</name>
    <message>
        <source>Found settings</source>
        <translation>Gefundene Einstellungen</translation>
    </message>
    <message>
        <source>Open this page</source>
        <translation>Diese Seite öffnen</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Versuche es mit weniger oder anderen Wörtern.</translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation>Zurücksetzen rückgängig machen</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>Diese Seite zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Add keys for “{0}”</source>
        <translation>Tasten für „{0}“ hinzufügen</translation>
    </message>
    <message>
        <source>Reset “{0}”</source>
        <translation>„{0}“ zurücksetzen</translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation>Hier verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>Remove {0} from “{1}”</source>
        <translation>{0} von „{1}“ entfernen</translation>
    </message>
    <message>
        <source>New keys for “{0}”</source>
        <translation>Neue Tasten für „{0}“</translation>
    </message>
    <message>
        <source>{0} already belongs to “{1}”.</source>
        <translation>{0} gehört schon zu „{1}“.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Press one key together with Ctrl or Alt.</source>
        <translation>Drücke eine Taste zusammen mit Strg oder Alt.</translation>
    </message>
    <message>
        <source>Press another key together with it.</source>
        <translation>Drücke noch eine Taste dazu.</translation>
    </message>
    <message>
        <source>Your desktop uses these keys itself. Choose others.</source>
        <translation>Deine Arbeitsumgebung verwendet diese Tasten selbst. Wähle andere.</translation>
    </message>
    <message>
        <source>Every text needs these keys for copying and editing. Choose others.</source>
        <translation>Jeder Text braucht diese Tasten zum Kopieren und Bearbeiten. Wähle andere.</translation>
    </message>
    <message>
        <source>This key is needed for writing and moving about. Press it together with Ctrl or Alt.</source>
        <translation>Diese Taste wird zum Schreiben und Bewegen gebraucht. Drücke sie zusammen mit Strg oder Alt.</translation>
    </message>
    <message>
        <source>These keys move about in texts. Choose others.</source>
        <translation>Mit diesen Tasten bewegst du dich in Texten. Wähle andere.</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverview</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern&#xa0;…</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>No command is called like that.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>Press the plus to give a command other keys; a command can have several.</source>
        <translation>Mit dem Plus gibst du einem Befehl weitere Tasten; ein Befehl kann mehrere haben.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>Alle Chats durchsuchen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New private chat</source>
        <translation>Neuer privater Chat</translation>
    </message>
    <message>
        <source>Folders, tags and archive</source>
        <translation>Ordner, Schlagwörter und Archiv</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Network and privacy</source>
        <translation>Netzwerk und Privatsphäre</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>The archive is empty. Chats that you archive are kept here, out of the way.</source>
        <translation>Das Archiv ist leer. Archivierte Chats werden hier aufbewahrt, ohne im Weg zu sein.</translation>
    </message>
    <message>
        <source>No chat has this tag.</source>
        <translation>Kein Chat hat dieses Schlagwort.</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>Deine Chats werden hier aufgelistet.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Show all chats again, not only {0}</source>
        <translation>Wieder alle Chats zeigen, nicht nur {0}</translation>
    </message>
</context>
<context>
    <name>SlashMenu</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Enter takes it, Esc keeps the text as it is.</source>
        <translation>Eingabe übernimmt, Esc lässt den Text, wie er ist.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>SoundCompare</name>
    <message>
        <source>Compare by ear</source>
        <translation>Hörvergleich</translation>
    </message>
    <message>
        <source>Hear it as it came</source>
        <translation>Original anhören</translation>
    </message>
    <message>
        <source>Hear it cleaned</source>
        <translation>Bereinigt anhören</translation>
    </message>
    <message>
        <source>Its library does not load here. Recognition works on untouched sound anyway.</source>
        <translation>Die nötige Bibliothek lässt sich hier nicht laden. Die Erkennung arbeitet ohnehin mit unbearbeitetem Ton.</translation>
    </message>
    <message>
        <source>Record 5 seconds</source>
        <translation>5&#xa0;Sekunden aufnehmen</translation>
    </message>
    <message>
        <source>Record yourself in your usual place, then turn the switches above on and off and listen. The recording stays in memory and is forgotten when you leave this page.</source>
        <translation>Nimm dich an deinem üblichen Platz auf, probiere dann die Schalter oben aus und hör den Unterschied. Die Aufnahme bleibt im Arbeitsspeicher und wird vergessen, sobald du diese Seite verlässt.</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>Aufgenommen.</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Nimmt auf&#xa0;…</translation>
    </message>
    <message>
        <source>Sound cannot be cleaned on this computer.</source>
        <translation>Auf diesem Computer lässt sich der Ton nicht bereinigen.</translation>
    </message>
</context>
<context>
    <name>SourceStrip</name>
    <message numerus="yes">
        <source>From %n of your files</source>
        <translation>
            <numerusform>Aus %n deiner Dateien</numerusform>
            <numerusform>Aus %n deiner Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>How it was found</source>
        <translation>Wie gesucht wurde</translation>
    </message>
    <message>
        <source>How this answer was made</source>
        <translation>Wie diese Antwort entstanden ist</translation>
    </message>
    <message>
        <source>Its sources were forgotten, or have changed since.</source>
        <translation>Die Quellen wurden vergessen oder haben sich seitdem geändert.</translation>
    </message>
    <message>
        <source>Remembered: {0}</source>
        <translation>Aus dem Gedächtnis: {0}</translation>
    </message>
    <message>
        <source>Source {number}: {source}</source>
        <translation>Quelle {number}: {source}</translation>
    </message>
    <message numerus="yes">
        <source>Unsupported: {0} names no passage that was found.</source>
        <translation>
            <numerusform>Nicht belegt: {0} verweist auf keine gefundene Textstelle.</numerusform>
            <numerusform>Nicht belegt: {0} verweisen auf keine gefundene Textstelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your documents were asked: nothing was found.</source>
        <translation>Deine Dokumente wurden befragt: Nichts gefunden.</translation>
    </message>
    <message>
        <source>p. {0}</source>
        <translation>S.&#xa0;{0}</translation>
    </message>
</context>
<context>
    <name>SourcesDesk</name>
    <message>
        <source>No passage with the number {0} was given to the model.</source>
        <translation>Das Modell hat keine Textstelle mit der Nummer {0} bekommen.</translation>
    </message>
    <message>
        <source>This passage was forgotten, or its file was changed since.</source>
        <translation>Diese Textstelle wurde vergessen, oder ihre Datei hat sich seitdem geändert.</translation>
    </message>
</context>
<context>
    <name>SourcesPicker</name>
    <message numerus="yes">
        <source>%n attached files</source>
        <translation>
            <numerusform>%n angehängte Datei</numerusform>
            <numerusform>%n angehängte Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collections</source>
        <translation>
            <numerusform>%n Sammlung</numerusform>
            <numerusform>%n Sammlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message>
        <source>Answers from documents: none</source>
        <translation>Antworten aus Dokumenten: keine</translation>
    </message>
    <message>
        <source>Answers from documents: {0}</source>
        <translation>Antworten aus Dokumenten: {0}</translation>
    </message>
    <message>
        <source>Ask my documents</source>
        <translation>Meine Dokumente befragen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
</context>
<context>
    <name>SourcesPopup</name>
    <message numerus="yes">
        <source>%n files are still being read; answers come from the others.</source>
        <translation>
            <numerusform>%n Datei wird noch gelesen; Antworten kommen aus den anderen.</numerusform>
            <numerusform>%n Dateien werden noch gelesen; Antworten kommen aus den anderen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files attached to this chat are asked, too.</source>
        <translation>
            <numerusform>%n an diesen Chat angehängte Datei wird mitbefragt.</numerusform>
            <numerusform>%n an diesen Chat angehängte Dateien werden mitbefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add and manage documents…</source>
        <translation>Dokumente hinzufügen und verwalten&#xa0;…</translation>
    </message>
    <message>
        <source>All my documents</source>
        <translation>Alle meine Dokumente</translation>
    </message>
    <message>
        <source>Answers come from what is ticked, with their sources.</source>
        <translation>Antworten kommen aus dem Angehakten, mit Quellenangabe.</translation>
    </message>
    <message>
        <source>Ask my documents</source>
        <translation>Meine Dokumente befragen</translation>
    </message>
    <message>
        <source>There are no documents yet. Add files or a folder, and ask about what is in them.</source>
        <translation>Es gibt noch keine Dokumente. Füge Dateien oder einen Ordner hinzu und stell Fragen zum Inhalt.</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n documents</source>
        <translation>
            <numerusform>{name}, %n Dokument</numerusform>
            <numerusform>{name}, %n Dokumente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeechModelBox</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic ({0})</source>
        <translation>Automatisch ({0})</translation>
    </message>
    <message>
        <source>None installed</source>
        <translation>Keines installiert</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0} (nicht installiert)</translation>
    </message>
    <message>
        <source>{0} · {1} s for 3 s</source>
        <translation>{0} · {1}&#xa0;s für 3&#xa0;s</translation>
    </message>
</context>
<context>
    <name>SpokenWords</name>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
</context>
<context>
    <name>SteadyScrollArea</name>
    <message>
        <source>Scroll</source>
        <translation>Scrollen</translation>
    </message>
</context>
<context>
    <name>StorageBanner</name>
    <message>
        <source>The disk is full. What was saved is safe; nothing new is kept until there is room. Free some space, and Hearth goes on by itself.</source>
        <translation>Die Festplatte ist voll. Gespeichertes ist sicher; Neues wird erst wieder gespeichert, wenn Platz ist. Schaff etwas Platz, und Hearth macht von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>SurveyTable</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask every file</source>
        <translation>Jede Datei befragen</translation>
    </message>
    <message>
        <source>Ask every file of “{0}”</source>
        <translation>Jede Datei von „{0}“ befragen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Exported to “{0}”.</source>
        <translation>Nach „{0}“ exportiert.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>For example: When does this contract end?</source>
        <translation>Zum Beispiel: Wann endet dieser Vertrag?</translation>
    </message>
    <message>
        <source>Looking for a language model</source>
        <translation>Ein Sprachmodell wird gesucht</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Not supported: {0} names no passage of this file.</source>
        <translation>Nicht belegt: {0} verweist auf keine Textstelle dieser Datei.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Show the passage: {0}</source>
        <translation>Textstelle anzeigen: {0}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stopped. {0}</source>
        <translation>Gestoppt. {0}</translation>
    </message>
    <message>
        <source>The same question for each file ({0}). Each answer comes from that file alone.</source>
        <translation>Dieselbe Frage an jede Datei ({0}). Jede Antwort kommt allein aus der jeweiligen Datei.</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>Ganze Antwort</translation>
    </message>
    <message>
        <source>This file does not tell it.</source>
        <translation>Diese Datei sagt dazu nichts.</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>im Text</translation>
    </message>
    <message>
        <source>no language model: the nearest passage is quoted</source>
        <translation>kein Sprachmodell: die am besten passende Textstelle wird zitiert</translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation>{0} von {1} Dateien</translation>
    </message>
    <message>
        <source>{0} of {1} files tell it</source>
        <translation>{0} von {1} Dateien sagen etwas dazu</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
</context>
<context>
    <name>ThinkingFold</name>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach&#xa0;…</translation>
    </message>
    <message>
        <source>Thought about it</source>
        <translation>Hat nachgedacht</translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <translation>Hat %1&#xa0;s nachgedacht</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aufgeklappt</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
</context>
<context>
    <name>TitleLine</name>
    <message>
        <source>Title of the chat</source>
        <translation>Titel des Chats</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>TranscriptDetail</name>
    <message>
        <source>Ask about it</source>
        <translation>Dazu fragen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>No words yet</source>
        <translation>Noch keine Worte</translation>
    </message>
    <message>
        <source>Nobody speaks in it</source>
        <translation>Darin spricht niemand</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorherige Stelle</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Search in this transcript</source>
        <translation>In diesem Transkript suchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>Übersetzen&#xa0;…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message numerus="yes">
        <source>%n older messages stand in a summary now.</source>
        <translation>
            <numerusform>%n ältere Nachricht steht jetzt in einer Zusammenfassung.</numerusform>
            <numerusform>%n ältere Nachrichten stehen jetzt in einer Zusammenfassung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n passages of your documents…</source>
        <translation>
            <numerusform>%n Textstelle aus deinen Dokumenten wird gelesen&#xa0;…</numerusform>
            <numerusform>%n Textstellen aus deinen Dokumenten werden gelesen&#xa0;…</numerusform>
        </translation>
    </message>
    <message>
        <source>{reason} Trying again ({attempt})…</source>
        <translation>{reason} Neuer Versuch ({attempt})&#xa0;…</translation>
    </message>
    <message>
        <source>{reason} {used} answers instead of {wanted}.</source>
        <translation>{reason} {used} antwortet anstelle von {wanted}.</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Jump to latest</source>
        <translation>Zum Neuesten springen</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>Zur neuesten Nachricht springen</translation>
    </message>
    <message>
        <source>Still writing: jump to latest</source>
        <translation>Schreibt noch: zum Neuesten springen</translation>
    </message>
</context>
<context>
    <name>TranscriptsPage</name>
    <message>
        <source>Add audio or video files</source>
        <translation>Audio- oder Videodateien hinzufügen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Audio and video ({0})</source>
        <translation>Audio und Video ({0})</translation>
    </message>
    <message>
        <source>Audio and video files as text, made on this computer and kept in this profile.</source>
        <translation>Audio- und Videodateien als Text, auf diesem Computer erstellt und in diesem Profil aufbewahrt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>„{0}“ löschen?</translation>
    </message>
    <message>
        <source>Drop audio or video files here</source>
        <translation>Audio- oder Videodateien hier ablegen</translation>
    </message>
    <message>
        <source>Edit text…</source>
        <translation>Text bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>Everything, for programs (.json)</source>
        <translation>Alles, für Programme (.json)</translation>
    </message>
    <message>
        <source>Exported to “{0}”.</source>
        <translation>Nach „{0}“ exportiert.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Hearth writes down what is said in them, with the time of every word. Nothing leaves this computer.</source>
        <translation>Hearth schreibt auf, was darin gesagt wird, mit der Zeit zu jedem Wort. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Loading the speech model</source>
        <translation>Spracherkennung wird geladen</translation>
    </message>
    <message>
        <source>No transcript is called like that.</source>
        <translation>Kein Transkript heißt so.</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Search transcripts</source>
        <translation>Transkripte suchen</translation>
    </message>
    <message>
        <source>Stop translating</source>
        <translation>Übersetzen stoppen</translation>
    </message>
    <message>
        <source>Stopped at {0}</source>
        <translation>Angehalten bei {0}</translation>
    </message>
    <message>
        <source>Stopped at {0}. What was heard is kept.</source>
        <translation>Angehalten bei {0}. Was gehört wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Subtitles (.srt)</source>
        <translation>Untertitel (.srt)</translation>
    </message>
    <message>
        <source>Subtitles for the web (.vtt)</source>
        <translation>Untertitel fürs Web (.vtt)</translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>Text (.txt)</translation>
    </message>
    <message>
        <source>The text and the kept sound are destroyed. The file it was made from stays.</source>
        <translation>Der Text und der behaltene Ton werden vernichtet. Die Datei, aus der das Transkript entstand, bleibt.</translation>
    </message>
    <message>
        <source>Transcribing</source>
        <translation>Wird transkribiert</translation>
    </message>
    <message>
        <source>Transcribing, {0} %</source>
        <translation>Wird transkribiert, {0}&#xa0;%</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transkripte</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>Übersetzen&#xa0;…</translation>
    </message>
    <message>
        <source>Translating into {0}…</source>
        <translation>Wird übersetzt ({0})&#xa0;…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>translated into {0} by {1}</source>
        <translation>übersetzt ({0}) mit {1}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0}× as fast as spoken</source>
        <translation>{0}× so schnell wie gesprochen</translation>
    </message>
</context>
<context>
    <name>TransferList</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Progress of {0}</source>
        <translation>Fortschritt von {0}</translation>
    </message>
    <message>
        <source>Waiting for another download to end</source>
        <translation>Wartet auf das Ende eines anderen Downloads</translation>
    </message>
    <message>
        <source>Paused at {0}</source>
        <translation>Angehalten bei {0}</translation>
    </message>
    <message>
        <source>Checking that every byte is right</source>
        <translation>Jedes Byte wird geprüft</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Wird entpackt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Wird verbunden</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quick chat</source>
        <translation>Schnellchat</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Show Hearth</source>
        <translation>Hearth anzeigen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren&#xa0;…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Hearth’s microphone is open</source>
        <translation>Hearths Mikrofon ist offen</translation>
    </message>
    <message>
        <source>Quit Hearth</source>
        <translation>Hearth beenden</translation>
    </message>
    <message>
        <source>Recent chats</source>
        <translation>Letzte Chats</translation>
    </message>
    <message>
        <source>Hearth is ready</source>
        <translation>Hearth ist bereit</translation>
    </message>
    <message>
        <source>Hearth is listening</source>
        <translation>Hearth hört zu</translation>
    </message>
    <message>
        <source>Hearth is writing an answer</source>
        <translation>Hearth schreibt eine Antwort</translation>
    </message>
    <message>
        <source>Hearth is speaking</source>
        <translation>Hearth spricht</translation>
    </message>
    <message>
        <source>Hearth finds no model server</source>
        <translation>Hearth findet keinen Modellserver</translation>
    </message>
    <message>
        <source>Hearth is locked</source>
        <translation>Hearth ist gesperrt</translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten&#xa0;…</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Modelle anzeigen</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Unlock with the system keyring</source>
        <translation>Mit dem Schlüsselbund des Systems entsperren</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Wiederherstellungsschlüssel verwenden</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Willkommen zurück</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Wird entsperrt&#xa0;…</translation>
    </message>
    <message>
        <source>Accept the older state</source>
        <translation>Älteren Stand annehmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen&#xa0;…</translation>
    </message>
    <message>
        <source>The key file of “{0}” cannot be read.</source>
        <translation>Die Schlüsseldatei von „{0}“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{0}” opens with your passphrase and the system keyring together.</source>
        <translation>„{0}“ öffnet sich mit deiner Passphrase und dem Schlüsselbund des Systems zusammen.</translation>
    </message>
    <message>
        <source>“{0}” opens with the system keyring or your passphrase.</source>
        <translation>„{0}“ öffnet sich mit dem Schlüsselbund des Systems oder deiner Passphrase.</translation>
    </message>
    <message>
        <source>“{0}” opens with the system keyring.</source>
        <translation>„{0}“ öffnet sich mit dem Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Enter the passphrase of “{0}”.</source>
        <translation>Gib die Passphrase von „{0}“ ein.</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Copied – paste it with {0}</source>
        <translation>Kopiert – mit {0} einfügen</translation>
    </message>
    <message>
        <source>Esc to cancel</source>
        <translation>Esc bricht ab</translation>
    </message>
    <message>
        <source>Hearth is locked.</source>
        <translation>Hearth ist gesperrt.</translation>
    </message>
    <message>
        <source>Just speak</source>
        <translation>Sprich einfach</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Hört zu</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>Mikrofon aus</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment&#xa0;…</translation>
    </message>
    <message>
        <source>Press again to send</source>
        <translation>Zum Senden erneut drücken</translation>
    </message>
    <message>
        <source>Press again to write it</source>
        <translation>Zum Schreiben erneut drücken</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>Liest vor</translation>
    </message>
    <message>
        <source>Release to send</source>
        <translation>Zum Senden loslassen</translation>
    </message>
    <message>
        <source>Release to write it</source>
        <translation>Zum Schreiben loslassen</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Modelle anzeigen</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Spricht</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach&#xa0;…</translation>
    </message>
    <message>
        <source>Understanding…</source>
        <translation>Versteht&#xa0;…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Unlock it, then speak again.</source>
        <translation>Entsperre es und sprich dann noch einmal.</translation>
    </message>
    <message>
        <source>Voice settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Waits for the wake phrase</source>
        <translation>Wartet auf die Aktivierungsphrase</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>cheerful</source>
        <translation>fröhlich</translation>
    </message>
    <message>
        <source>in a hurry</source>
        <translation>in Eile</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>angespannt</translation>
    </message>
    <message>
        <source>tired</source>
        <translation>müde</translation>
    </message>
</context>
<context>
    <name>VoiceBox</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The system’s voice</source>
        <translation>Die Stimme des Systems</translation>
    </message>
    <message>
        <source>Voice for {0}</source>
        <translation>Stimme für {0}</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0} (nicht installiert)</translation>
    </message>
</context>
<context>
    <name>VoiceCommands</name>
    <message>
        <source>Dictate for another program</source>
        <translation>Für ein anderes Programm diktieren</translation>
    </message>
    <message>
        <source>Dictate into the message</source>
        <translation>In die Nachricht diktieren</translation>
    </message>
    <message>
        <source>Hands-free conversation</source>
        <translation>Freisprechen</translation>
    </message>
    <message>
        <source>Read the last answer aloud</source>
        <translation>Letzte Antwort vorlesen</translation>
    </message>
    <message>
        <source>Record a voice note</source>
        <translation>Sprachnotiz aufnehmen</translation>
    </message>
    <message>
        <source>Repeat the sentence</source>
        <translation>Satz wiederholen</translation>
    </message>
    <message>
        <source>Send what you said</source>
        <translation>Gesagtes senden</translation>
    </message>
    <message>
        <source>Speak faster</source>
        <translation>Schneller sprechen</translation>
    </message>
    <message>
        <source>Speak louder</source>
        <translation>Lauter sprechen</translation>
    </message>
    <message>
        <source>Speak more quietly</source>
        <translation>Leiser sprechen</translation>
    </message>
    <message>
        <source>Speak slower</source>
        <translation>Langsamer sprechen</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Sprechen stoppen</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <source>voice clipboard paste</source>
        <translation>stimme diktat diktieren zwischenablage einfügen</translation>
    </message>
    <message>
        <source>voice speak microphone</source>
        <translation>stimme sprechen reden sprache mikrofon</translation>
    </message>
</context>
<context>
    <name>VoiceDesk</name>
    <message>
        <source>Hold the key while you speak.</source>
        <translation>Halte die Taste, während du sprichst.</translation>
    </message>
    <message>
        <source>Nothing was understood.</source>
        <translation>Es wurde nichts verstanden.</translation>
    </message>
    <message>
        <source>The sound system of this computer answers again.</source>
        <translation>Das Tonsystem dieses Computers antwortet wieder.</translation>
    </message>
    <message>
        <source>What was understood so far is in the message.</source>
        <translation>Was bis dahin verstanden wurde, steht in der Nachricht.</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
</context>
<context>
    <name>VoiceForm</name>
    <message>
        <source>As spoken</source>
        <translation>Nicht übersetzen</translation>
    </message>
    <message>
        <source>Found out each time</source>
        <translation>Automatisch erkennen</translation>
    </message>
    <message>
        <source>One name or word a line</source>
        <translation>Ein Name oder Wort pro Zeile</translation>
    </message>
</context>
<context>
    <name>VoiceGuidePage</name>
    <message>
        <source>A model turns what you say into text, on this computer. “{0}” suits it.</source>
        <translation>Ein Modell macht auf diesem Computer Text aus dem, was Sie sagen. „{0}“ passt zu ihm.</translation>
    </message>
    <message>
        <source>A voice for {0}</source>
        <translation>Eine Stimme für {0}</translation>
    </message>
    <message>
        <source>Does Hearth hear you?</source>
        <translation>Hört Hearth dich?</translation>
    </message>
    <message>
        <source>Download {0} ({1})</source>
        <translation>{0} herunterladen ({1})</translation>
    </message>
    <message>
        <source>From {0}. Licence: {1}.</source>
        <translation>Von {0}. Lizenz: {1}.</translation>
    </message>
    <message>
        <source>Getting {0}</source>
        <translation>{0} wird heruntergeladen</translation>
    </message>
    <message>
        <source>Go on without one</source>
        <translation>Ohne weitermachen</translation>
    </message>
    <message>
        <source>Hold {0} in any program, speak, and let go. Or press the microphone beside “Send”.</source>
        <translation>Halte {0} in einem beliebigen Programm, sprich und lass los. Oder klicke auf das Mikrofon neben „Senden“.</translation>
    </message>
    <message>
        <source>It reads answers aloud. You can add other voices and languages at any time.</source>
        <translation>Sie liest Antworten vor. Du kannst jederzeit weitere Stimmen und Sprachen hinzufügen.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Looking for your microphone…</source>
        <translation>Mikrofon wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Not quite ready</source>
        <translation>Noch nicht ganz bereit</translation>
    </message>
    <message>
        <source>Other sizes…</source>
        <translation>Andere Größen&#xa0;…</translation>
    </message>
    <message>
        <source>Other voices…</source>
        <translation>Andere Stimmen&#xa0;…</translation>
    </message>
    <message>
        <source>Press the microphone beside “Send”, and speak.</source>
        <translation>Klicke auf das Mikrofon neben „Senden“ und sprich.</translation>
    </message>
    <message>
        <source>Ready to talk</source>
        <translation>Bereit zum Sprechen</translation>
    </message>
    <message>
        <source>Say something: the lights should move. What you say goes nowhere; the microphone is open only while you see this.</source>
        <translation>Sag etwas: Die Anzeige sollte ausschlagen. Was du sagst, geht nirgendwohin; das Mikrofon ist nur offen, solange du das hier siehst.</translation>
    </message>
    <message>
        <source>Something that understands speech</source>
        <translation>Etwas, das Gesprochenes versteht</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>Loslegen</translation>
    </message>
    <message>
        <source>Talk to Hearth</source>
        <translation>Mit Hearth sprechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use another microphone…</source>
        <translation>Anderes Mikrofon&#xa0;…</translation>
    </message>
    <message>
        <source>Use the system’s voice</source>
        <translation>Systemstimme verwenden</translation>
    </message>
    <message>
        <source>Voice settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Without a speech model Hearth cannot understand you yet.</source>
        <translation>Ohne ein Modell für die Spracherkennung kann Hearth dich noch nicht verstehen.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Ja, weiter</translation>
    </message>
    <message>
        <source>You may go on using Hearth; the download continues by itself.</source>
        <translation>Du kannst Hearth weiter benutzen; der Download läuft von allein weiter.</translation>
    </message>
</context>
<context>
    <name>VoiceOverlay</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hearth voice</source>
        <translation>Sprechen mit Hearth</translation>
    </message>
    <message>
        <source>Open chat</source>
        <translation>Chat öffnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>VoicePage</name>
    <message>
        <source>Clear sound</source>
        <translation>Klarer Ton</translation>
    </message>
    <message>
        <source>Everything that is said stays on this computer. The microphone is open only while it shows.</source>
        <translation>Alles Gesagte bleibt auf diesem Computer. Das Mikrofon ist nur offen, solange Hearth es anzeigt.</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>Freisprechen</translation>
    </message>
    <message>
        <source>Microphone and loudspeaker</source>
        <translation>Mikrofon und Lautsprecher</translation>
    </message>
    <message>
        <source>Set it up step by step…</source>
        <translation>Schritt für Schritt einrichten&#xa0;…</translation>
    </message>
    <message>
        <source>Speaking over it</source>
        <translation>Ins Wort fallen</translation>
    </message>
    <message>
        <source>Speaking to you</source>
        <translation>Zu dir sprechen</translation>
    </message>
    <message>
        <source>Understanding you</source>
        <translation>Dich verstehen</translation>
    </message>
    <message>
        <source>Voice notes</source>
        <translation>Sprachnotizen</translation>
    </message>
</context>
<context>
    <name>VoicesCard</name>
    <message>
        <source>Answers are shown as text until you install one.</source>
        <translation>Antworten werden als Text angezeigt, bis du eine installierst.</translation>
    </message>
    <message>
        <source>Get a voice</source>
        <translation>Stimme holen</translation>
    </message>
    <message>
        <source>Get more voices</source>
        <translation>Weitere Stimmen holen</translation>
    </message>
    <message>
        <source>Listen to the voice for {0}</source>
        <translation>Stimme für {0} anhören</translation>
    </message>
    <message>
        <source>Speaker for {0}</source>
        <translation>Sprecherstimme für {0}</translation>
    </message>
    <message>
        <source>The system’s voice speaks until you install a better one.</source>
        <translation>Die Stimme des Systems spricht, bis du eine bessere installierst.</translation>
    </message>
    <message>
        <source>The voice follows the language of the answer. A persona may have a voice of its own.</source>
        <translation>Die Stimme richtet sich nach der Sprache der Antwort. Eine Persona kann eine eigene Stimme haben.</translation>
    </message>
    <message>
        <source>There is no voice on this computer that could speak.</source>
        <translation>Auf diesem Computer gibt es keine Stimme, die sprechen könnte.</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Voices made for reading sound far more natural.</source>
        <translation>Zum Vorlesen gemachte Stimmen klingen viel natürlicher.</translation>
    </message>
</context>
<context>
    <name>VoteBar</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back to the chat, with the better answer</source>
        <translation>Zurück zum Chat, mit der besseren Antwort</translation>
    </message>
    <message>
        <source>A is better</source>
        <translation>A besser</translation>
    </message>
    <message>
        <source>B is better</source>
        <translation>B besser</translation>
    </message>
    <message>
        <source>Both are good</source>
        <translation>Beide gut</translation>
    </message>
    <message>
        <source>Both are bad</source>
        <translation>Beide schlecht</translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation>{0}  {1}</translation>
    </message>
    <message>
        <source>Key {0}</source>
        <translation>Taste {0}</translation>
    </message>
    <message>
        <source>{0} (key {1})</source>
        <translation>{0} (Taste {1})</translation>
    </message>
</context>
<context>
    <name>WakeNote</name>
    <message>
        <source>The microphone stays open while Hearth is unlocked; the tray and the window show it.</source>
        <translation>Das Mikrofon bleibt offen, solange Hearth entsperrt ist; Infobereich und Fenster zeigen es an.</translation>
    </message>
</context>
<context>
    <name>WakePhrasesEditor</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Another phrase, for example “Computer, listen”</source>
        <translation>Weitere Phrase, zum Beispiel „Computer, hör zu“</translation>
    </message>
    <message>
        <source>Good: rarely said by chance.</source>
        <translation>Gut: wird selten zufällig gesagt.</translation>
    </message>
    <message>
        <source>Its sound is not known, so it is found only where it is written like this.</source>
        <translation>Ihre Aussprache ist unbekannt, deshalb wird sie nur erkannt, wo sie genau so geschrieben steht.</translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation>„{0}“ entfernen</translation>
    </message>
    <message>
        <source>Sounds like a spoken command, so it may do that instead.</source>
        <translation>Klingt wie ein Sprachbefehl und könnte stattdessen diesen auslösen.</translation>
    </message>
    <message>
        <source>There is nothing in it that could be heard.</source>
        <translation>Darin ist nichts, was sich hören ließe.</translation>
    </message>
    <message>
        <source>This phrase is there already.</source>
        <translation>Diese Phrase gibt es schon.</translation>
    </message>
    <message>
        <source>Too common: it sounds like “{0}”, which is said often.</source>
        <translation>Zu alltäglich: Sie klingt wie das oft gesagte „{0}“.</translation>
    </message>
    <message>
        <source>Too short: it will be heard in other words. Two or more words work best.</source>
        <translation>Zu kurz: Sie wird auch aus anderen Wörtern herausgehört. Am besten sind zwei oder mehr Wörter.</translation>
    </message>
</context>
<context>
    <name>WindowKeeper</name>
    <message>
        <source>Hearth goes on</source>
        <translation>Hearth läuft weiter</translation>
    </message>
    <message>
        <source>The window is closed; the quick chat stays at hand. Settings › Desktop changes that.</source>
        <translation>Das Fenster ist geschlossen; der Schnellchat bleibt griffbereit. Unter Einstellungen › Desktop kannst du das ändern.</translation>
    </message>
</context>
<context>
    <name>WindowsBackend</name>
    <message>
        <source>Windows cannot watch the key “{0}”.</source>
        <translation>Windows kann die Taste „{0}“ nicht überwachen.</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>Wähle eine andere Kombination.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>You have not checked your copy of the recovery key yet.</source>
        <translation>Du hast deine Kopie des Wiederherstellungsschlüssels noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Drop files to attach them to this chat</source>
        <translation>Dateien ablegen, um sie an diesen Chat anzuhängen</translation>
    </message>
    <message>
        <source>Drop the folder to ask its documents</source>
        <translation>Ordner ablegen, um seine Dokumente zu befragen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New private chat</source>
        <translation>Neuer privater Chat</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>Alle Chats durchsuchen</translation>
    </message>
    <message>
        <source>find messages words</source>
        <translation>finden suchen nachrichten wörter</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Vorheriger Chat</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Nächster Chat</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort stoppen</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Erneut antworten</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Netzwerk&#xa0;…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>An answer is ready in “{0}”.</source>
        <translation>In „{0}“ ist eine Antwort fertig.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hearth does not open addresses of this kind: {0}</source>
        <translation>Hearth öffnet keine Adressen dieser Art: {0}</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>Diese Adresse im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>X11Backend</name>
    <message>
        <source>The X server does not answer, so no key can be watched.</source>
        <translation>Der X-Server antwortet nicht, deshalb kann keine Taste überwacht werden.</translation>
    </message>
    <message>
        <source>Start Hearth anew within your desktop session.</source>
        <translation>Starte Hearth neu, innerhalb deiner Desktop-Sitzung.</translation>
    </message>
    <message>
        <source>Your keyboard layout has no key “{0}”.</source>
        <translation>Deine Tastaturbelegung hat keine Taste „{0}“.</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>Wähle eine andere Kombination.</translation>
    </message>
</context>
<context>
    <name>_CommandRow</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command “{0}”</source>
        <translation>Befehl „{0}“ kopieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>_ModelRows</name>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Let your desktop press the keys</source>
        <translation>Lass deine Arbeitsumgebung die Tasten drücken</translation>
    </message>
</context>
<context>
    <name>_Refusal</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>_StrengthBar</name>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
</context>
<context>
    <name>_Tile</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Entfernen (Entf)</translation>
    </message>
    <message>
        <source>%1, being read</source>
        <translation>%1, wird gelesen</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Delete removes it.</source>
        <translation>Entf entfernt den Anhang.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A German woman&apos;s voice; simple quality, very quick.</source>
        <translation>Eine deutsche Frauenstimme; einfache Qualität, sehr schnell.</translation>
    </message>
    <message>
        <source>A Scottish woman&apos;s voice.</source>
        <translation>Eine schottische Frauenstimme.</translation>
    </message>
    <message>
        <source>A calm American man&apos;s voice.</source>
        <translation>Eine ruhige amerikanische Männerstimme.</translation>
    </message>
    <message>
        <source>A clear American woman&apos;s voice, as of audio books.</source>
        <translation>Eine klare amerikanische Frauenstimme, wie aus Hörbüchern.</translation>
    </message>
    <message>
        <source>A clear German man&apos;s voice; quick.</source>
        <translation>Eine klare deutsche Männerstimme; schnell.</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>Ein Ordner kann nicht in sich selbst verschoben werden.</translation>
    </message>
    <message>
        <source>A good balance of speed and accuracy for talking with the assistant.</source>
        <translation>Schnell und genau genug, um mit dem Assistenten zu sprechen.</translation>
    </message>
    <message>
        <source>A man&apos;s and a woman&apos;s voice from Spain.</source>
        <translation>Eine Männer- und eine Frauenstimme aus Spanien.</translation>
    </message>
    <message>
        <source>A man&apos;s voice from Mexico.</source>
        <translation>Eine Männerstimme aus Mexiko.</translation>
    </message>
    <message>
        <source>A man&apos;s voice from Spain.</source>
        <translation>Eine Männerstimme aus Spanien.</translation>
    </message>
    <message>
        <source>A man&apos;s voice from the north of England.</source>
        <translation>Eine Männerstimme aus Nordengland.</translation>
    </message>
    <message>
        <source>A model cannot be called “{name}”.</source>
        <translation>Ein Modell kann nicht „{name}“ heißen.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {shortest} characters.</source>
        <translation>Eine Passphrase braucht mindestens {shortest} Zeichen.</translation>
    </message>
    <message>
        <source>A persona needs a name.</source>
        <translation>Eine Persona braucht einen Namen.</translation>
    </message>
    <message>
        <source>A picture was not part of the export.</source>
        <translation>Ein Bild war nicht Teil des Exports.</translation>
    </message>
    <message>
        <source>A profile needs a name of 1 to {longest} characters.</source>
        <translation>Ein Profil braucht einen Namen mit 1 bis {longest} Zeichen.</translation>
    </message>
    <message>
        <source>A profile needs a passphrase, the system keyring, or both.</source>
        <translation>Ein Profil braucht eine Passphrase, den Schlüsselbund des Systems oder beides.</translation>
    </message>
    <message>
        <source>A prompt needs a name to be called by.</source>
        <translation>Ein Prompt braucht einen Namen, mit dem man ihn aufruft.</translation>
    </message>
    <message>
        <source>A small open model for simple English texts.</source>
        <translation>Ein kleines offenes Modell für einfache englische Texte.</translation>
    </message>
    <message>
        <source>A strong all-rounder: reasoning, writing and tools in many languages.</source>
        <translation>Ein starker Allrounder: logisches Denken, Schreiben und Werkzeuge in vielen Sprachen.</translation>
    </message>
    <message>
        <source>A well-known all-rounder with many adapted versions.</source>
        <translation>Ein bekannter Allrounder mit vielen abgewandelten Versionen.</translation>
    </message>
    <message>
        <source>A woman&apos;s voice from Mexico, in finer quality.</source>
        <translation>Eine Frauenstimme aus Mexiko, in feinerer Qualität.</translation>
    </message>
    <message>
        <source>Accurate and quick, for English only.</source>
        <translation>Genau und schnell, nur für Englisch.</translation>
    </message>
    <message>
        <source>Accurate, also with accents; slow without a graphics card.</source>
        <translation>Genau, auch bei Akzenten; ohne Grafikkarte langsam.</translation>
    </message>
    <message>
        <source>Add another way first, then remove this one.</source>
        <translation>Füge zuerst einen anderen Zugang hinzu und entferne dann diesen.</translation>
    </message>
    <message>
        <source>Add it first.</source>
        <translation>Füge es zuerst hinzu.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>After the first answer the model gives the chat a title.</source>
        <translation>Nach der ersten Antwort gibt das Modell dem Chat einen Titel.</translation>
    </message>
    <message>
        <source>Allow cloud models</source>
        <translation>Cloud-Modelle erlauben</translation>
    </message>
    <message>
        <source>Among the best that run at home; for very strong machines.</source>
        <translation>Gehört zum Besten, was zu Hause läuft; für sehr starke Rechner.</translation>
    </message>
    <message>
        <source>An English woman&apos;s voice, as of audio books.</source>
        <translation>Eine englische Frauenstimme, wie aus Hörbüchern.</translation>
    </message>
    <message>
        <source>An Ollama in Hearth’s own folder, started and ended with Hearth. It must be installed first.</source>
        <translation>Ein Ollama in Hearths eigenem Ordner, mit Hearth gestartet und beendet. Es muss zuerst installiert werden.</translation>
    </message>
    <message>
        <source>An answer to a message you got</source>
        <translation>Eine Antwort auf eine Nachricht, die du bekommen hast</translation>
    </message>
    <message>
        <source>Answers from given sources and long documents; for strong machines.</source>
        <translation>Antwortet anhand gegebener Quellen und langer Dokumente; für starke Rechner.</translation>
    </message>
    <message>
        <source>Answers new chats. Empty: the first model that the server offers.</source>
        <translation>Beantwortet neue Chats. Leer: das erste Modell, das der Server anbietet.</translation>
    </message>
    <message>
        <source>Ask about the screen</source>
        <translation>Zum Bildschirm fragen</translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation>Zum markierten Text fragen</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Frag noch einmal.</translation>
    </message>
    <message>
        <source>Ask for a shorter answer, or choose a faster model.</source>
        <translation>Bitte um eine kürzere Antwort oder wähle ein schnelleres Modell.</translation>
    </message>
    <message>
        <source>At character {at}, {reason}.</source>
        <translation>Bei Zeichen {at}: {reason}.</translation>
    </message>
    <message>
        <source>At character {at}, {reason}. What stands before it was read ({seen} chats).</source>
        <translation>Bei Zeichen {at}: {reason}. Was davor steht, wurde gelesen ({seen} Chats).</translation>
    </message>
    <message>
        <source>Attach a smaller file, or one of a kind that Hearth can read.</source>
        <translation>Hänge eine kleinere Datei an, oder eine, die Hearth lesen kann.</translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation>Automatische Sicherungen</translation>
    </message>
    <message>
        <source>Automatic titles</source>
        <translation>Automatische Titel</translation>
    </message>
    <message>
        <source>Brings the main window to the front, or hides it.</source>
        <translation>Holt das Hauptfenster nach vorn oder blendet es aus.</translation>
    </message>
    <message>
        <source>Calls a minute</source>
        <translation>Aufrufe pro Minute</translation>
    </message>
    <message>
        <source>Cancel the download first.</source>
        <translation>Brich zuerst den Download ab.</translation>
    </message>
    <message>
        <source>Change that line and try again.</source>
        <translation>Ändere diese Zeile und versuche es erneut.</translation>
    </message>
    <message>
        <source>Changed shortcuts</source>
        <translation>Geänderte Tastenkürzel</translation>
    </message>
    <message>
        <source>Chat {0}</source>
        <translation>Chat {0}</translation>
    </message>
    <message>
        <source>Chat {0} (“{1}”)</source>
        <translation>Chat {0} („{1}“)</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, or use the recovery key.</source>
        <translation>Prüfe Großschreibung und Tastaturbelegung oder verwende den Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
        <source>Check its name and variant, or choose a model from the library.</source>
        <translation>Prüfe Name und Variante oder wähle ein Modell aus der Bibliothek.</translation>
    </message>
    <message>
        <source>Check that it is a Hearth, ChatGPT or Open WebUI export, and export it again if it is damaged.</source>
        <translation>Prüfe, ob es ein Export aus Hearth, ChatGPT oder Open WebUI ist, und exportiere noch einmal, falls er beschädigt ist.</translation>
    </message>
    <message>
        <source>Check that {place} can be written to, then try again.</source>
        <translation>Prüfe, ob in {place} geschrieben werden kann, und versuche es dann erneut.</translation>
    </message>
    <message>
        <source>Check the internet connection and try again. What has arrived is kept.</source>
        <translation>Prüfe die Internetverbindung und versuche es erneut. Was schon da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Check the name, or choose a model from the library.</source>
        <translation>Prüfe den Namen oder wähle ein Modell aus der Bibliothek.</translation>
    </message>
    <message>
        <source>Check the permissions of Hearth’s folder and that the disk is mounted, then try again.</source>
        <translation>Prüfe die Zugriffsrechte von Hearths Ordner und ob der Datenträger eingehängt ist, und versuche es dann erneut.</translation>
    </message>
    <message>
        <source>Check the permissions of the folder and that the disk is mounted.</source>
        <translation>Prüfe die Zugriffsrechte des Ordners und ob der Datenträger eingehängt ist.</translation>
    </message>
    <message>
        <source>Check what you entered and try again.</source>
        <translation>Prüfe deine Eingabe und versuche es erneut.</translation>
    </message>
    <message>
        <source>Choose a file that Hearth exported from the same page.</source>
        <translation>Wähle eine Datei, die Hearth von derselben Seite exportiert hat.</translation>
    </message>
    <message>
        <source>Choose a folder that does not lie inside it.</source>
        <translation>Wähle einen Ordner, der nicht darin liegt.</translation>
    </message>
    <message>
        <source>Choose a longer one: four or five words that have nothing to do with each other are good.</source>
        <translation>Wähle eine längere: Gut sind vier oder fünf Wörter, die nichts miteinander zu tun haben.</translation>
    </message>
    <message>
        <source>Choose a model that can use tools, for example llama3.2 or qwen3.</source>
        <translation>Wähle ein Modell, das Werkzeuge nutzen kann, zum Beispiel llama3.2 oder qwen3.</translation>
    </message>
    <message>
        <source>Choose a model that sees (for example “ollama pull llama3.2-vision”), or remove the image.</source>
        <translation>Wähle ein Modell, das Bilder sieht (zum Beispiel „ollama pull llama3.2-vision“), oder entferne das Bild.</translation>
    </message>
    <message>
        <source>Choose a passphrase, or let the system keyring open the profile.</source>
        <translation>Wähle eine Passphrase oder lass den Schlüsselbund des Systems das Profil öffnen.</translation>
    </message>
    <message>
        <source>Choose a smaller model, lower the context size under Settings › Chat, or close other programs.</source>
        <translation>Wähle ein kleineres Modell, verringere das Kontextfenster unter Einstellungen › Chat oder schließe andere Programme.</translation>
    </message>
    <message>
        <source>Choose a value within the limits.</source>
        <translation>Wähle einen Wert innerhalb der Grenzen.</translation>
    </message>
    <message>
        <source>Choose another file or folder.</source>
        <translation>Wähle eine andere Datei oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder, or check that there is room and that you may write there.</source>
        <translation>Wähle einen anderen Ordner oder prüfe, ob dort Platz ist und du dort schreiben darfst.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose another name for one of the two.</source>
        <translation>Wähle für einen der beiden einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another name, or open the existing profile.</source>
        <translation>Wähle einen anderen Namen oder öffne das vorhandene Profil.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose one of the listed profiles, create one, or restore a backup.</source>
        <translation>Wähle eines der aufgelisteten Profile, erstelle eines oder stelle eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Clear American voices, many to choose from.</source>
        <translation>Klare amerikanische Stimmen, mit großer Auswahl.</translation>
    </message>
    <message>
        <source>Close other programs and try again. What was saved is safe.</source>
        <translation>Schließe andere Programme und versuche es erneut. Gespeichertes ist sicher.</translation>
    </message>
    <message>
        <source>Close some programs and try again, or unlock with the recovery key, which needs no memory.</source>
        <translation>Schließe einige Programme und versuche es erneut, oder entsperre mit dem Wiederherstellungsschlüssel, der keinen Arbeitsspeicher braucht.</translation>
    </message>
    <message>
        <source>Cloud models of Ollama send your messages to somebody else&apos;s computer.</source>
        <translation>Cloud-Modelle von Ollama senden deine Nachrichten an einen fremden Computer.</translation>
    </message>
    <message>
        <source>Compare it with your copy, group by group: nine groups of four letters and digits.</source>
        <translation>Vergleiche ihn Gruppe für Gruppe mit deiner Kopie: neun Gruppen aus vier Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>Correct spelling, grammar and punctuation. Keep the language, the wording and the formatting wherever they are right, and answer with the corrected text alone.

{{text}}</source>
        <translation>Korrigiere Rechtschreibung, Grammatik und Zeichensetzung. Behalte Sprache, Wortlaut und Formatierung überall bei, wo sie richtig sind, und antworte nur mit dem korrigierten Text.

{{text}}</translation>
    </message>
    <message>
        <source>Days after the last change; pinned chats stay. 0 keeps everything.</source>
        <translation>Tage nach der letzten Änderung; angeheftete Chats bleiben. 0 behält alles.</translation>
    </message>
    <message>
        <source>Delete chats after</source>
        <translation>Chats löschen nach</translation>
    </message>
    <message>
        <source>Dependable and quick; European languages.</source>
        <translation>Zuverlässig und schnell; europäische Sprachen.</translation>
    </message>
    <message>
        <source>Describes pictures and answers questions about them.</source>
        <translation>Beschreibt Bilder und beantwortet Fragen dazu.</translation>
    </message>
    <message>
        <source>Draft a reply</source>
        <translation>Antwort entwerfen</translation>
    </message>
    <message>
        <source>Draft a {{tone|friendly|formal|short}} reply to this message, in its language. What I want to say: {{what to say}}

The message:
{{text}}</source>
        <translation>Entwirf auf diese Nachricht eine Antwort in ihrer Sprache, Tonfall: {{tone|freundlich|förmlich|kurz}}. Das möchte ich sagen: {{what to say}}

Die Nachricht:
{{text}}</translation>
    </message>
    <message>
        <source>Edit this text, and tell me what you changed:</source>
        <translation>Überarbeite diesen Text und sag mir, was du geändert hast:</translation>
    </message>
    <message>
        <source>Empty: where OLLAMA_HOST says, else http://127.0.0.1:11434 on this computer.</source>
        <translation>Leer: was OLLAMA_HOST angibt, sonst http://127.0.0.1:11434 auf diesem Computer.</translation>
    </message>
    <message>
        <source>Enter a number within these limits, or leave the field empty for the model’s own value.</source>
        <translation>Gib eine Zahl innerhalb dieser Grenzen ein oder lass das Feld leer, damit der Wert des Modells gilt.</translation>
    </message>
    <message>
        <source>Exactly the same question to the same model is answered from an encrypted cache.</source>
        <translation>Genau dieselbe Frage an dasselbe Modell wird aus einem verschlüsselten Zwischenspeicher beantwortet.</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explain code</source>
        <translation>Code erklären</translation>
    </message>
    <message>
        <source>Explain step by step what this code does, and name anything that could go wrong:

```
{{text}}
```</source>
        <translation>Erkläre Schritt für Schritt, was dieser Code tut, und nenne alles, was schiefgehen könnte:

```
{{text}}
```</translation>
    </message>
    <message>
        <source>Explain this {{for=in plain words|in plain words|to a child of ten|to an expert|step by step}}:

{{text}}</source>
        <translation>Erkläre das {{for=in einfachen Worten|in einfachen Worten|für ein zehnjähriges Kind|für Fachleute|Schritt für Schritt}}:

{{text}}</translation>
    </message>
    <message>
        <source>Explain to me from the beginning:</source>
        <translation>Erkläre mir von Anfang an:</translation>
    </message>
    <message>
        <source>Explains step by step and checks that it arrived</source>
        <translation>Erklärt Schritt für Schritt und fragt nach</translation>
    </message>
    <message>
        <source>Fallback models</source>
        <translation>Ersatzmodelle</translation>
    </message>
    <message>
        <source>Finds passages by meaning, mostly in English; small and quick.</source>
        <translation>Findet Textstellen nach Bedeutung, vor allem auf Englisch; klein und schnell.</translation>
    </message>
    <message>
        <source>First-run guide finished or skipped</source>
        <translation>Einführung beendet oder übersprungen</translation>
    </message>
    <message>
        <source>Fix grammar</source>
        <translation>Grammatik korrigieren</translation>
    </message>
    <message>
        <source>For example http://127.0.0.1:8080/v1</source>
        <translation>Zum Beispiel http://127.0.0.1:8080/v1</translation>
    </message>
    <message>
        <source>For models that can think before they answer. Empty: their own choice.</source>
        <translation>Für Modelle, die vor dem Antworten nachdenken können. Leer: wie sie es selbst halten.</translation>
    </message>
    <message>
        <source>Free some space on the disk; Hearth goes on by itself as soon as there is room.</source>
        <translation>Schaff Platz auf der Festplatte; Hearth macht von selbst weiter, sobald wieder Platz ist.</translation>
    </message>
    <message>
        <source>Free some space, for example by deleting models that you no longer use, and try again.</source>
        <translation>Schaff Platz, zum Beispiel indem du Modelle löschst, die du nicht mehr brauchst, und versuche es erneut.</translation>
    </message>
    <message>
        <source>Gemma&apos;s largest: careful writing, many languages, pictures; wants a strong machine.</source>
        <translation>Das größte Gemma: sorgfältiges Schreiben, viele Sprachen, Bilder; braucht einen starken Rechner.</translation>
    </message>
    <message>
        <source>Give it a name of letters and figures, such as “summary”.</source>
        <translation>Gib ihm einen Namen aus Buchstaben und Ziffern, zum Beispiel „zusammenfassung“.</translation>
    </message>
    <message>
        <source>Give it a name, so that you can find it again.</source>
        <translation>Gib ihr einen Namen, damit du sie wiederfindest.</translation>
    </message>
    <message>
        <source>Give me five titles for this:</source>
        <translation>Gib mir fünf Titel dafür:</translation>
    </message>
    <message>
        <source>Good at long texts and European and Asian languages.</source>
        <translation>Gut bei langen Texten und in europäischen und asiatischen Sprachen.</translation>
    </message>
    <message>
        <source>Google&apos;s small model adapted to Japanese; quick, polite conversation.</source>
        <translation>Googles kleines Modell, ans Japanische angepasst; schnelle, höfliche Unterhaltung.</translation>
    </message>
    <message>
        <source>Hearth did not connect to {host}: no door to it is open.</source>
        <translation>Hearth hat keine Verbindung zu {host} hergestellt: Dorthin ist keine Tür offen.</translation>
    </message>
    <message>
        <source>Hearth made a mistake.</source>
        <translation>Hearth hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Hearth needs something from you.</source>
        <translation>Hearth braucht etwas von dir.</translation>
    </message>
    <message>
        <source>Hearth waits in the tray, without opening its window.</source>
        <translation>Hearth wartet im Infobereich, ohne sein Fenster zu öffnen.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama does not start.</source>
        <translation>Hearths eigenes Ollama startet nicht.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is not installed.</source>
        <translation>Hearths eigenes Ollama ist nicht installiert.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is not running.</source>
        <translation>Hearths eigenes Ollama läuft nicht.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is version {version}, which has known security holes. It was not started.</source>
        <translation>Hearths eigenes Ollama hat die Version {version}, die bekannte Sicherheitslücken hat. Es wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>Help me decide: {{question}}

My options:
{{options=- 
- }}

What matters to me: {{what matters=time, money, how easily it can be undone}}

Compare the options by what matters to me, say what you would need to know, and end with a recommendation.</source>
        <translation>Hilf mir bei einer Entscheidung: {{question}}

Meine Möglichkeiten:
{{options=- 
- }}

Worauf es mir ankommt: {{what matters=Zeit, Geld, wie leicht es sich rückgängig machen lässt}}

Vergleiche die Möglichkeiten danach, worauf es mir ankommt, sag, was du noch wissen müsstest, und schließe mit einer Empfehlung.</translation>
    </message>
    <message>
        <source>Higher is more varied. Empty: the model&apos;s own.</source>
        <translation>Höher ist abwechslungsreicher. Leer: der Wert des Modells.</translation>
    </message>
    <message>
        <source>Hold to speak, release to send.</source>
        <translation>Zum Sprechen halten, zum Senden loslassen.</translation>
    </message>
    <message>
        <source>How many tokens of a chat the model sees at most. Larger windows need more memory.</source>
        <translation>Wie viele Token eines Chats das Modell höchstens sieht. Größere Fenster brauchen mehr Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>I do not understand why</source>
        <translation>Ich verstehe nicht, warum</translation>
    </message>
    <message>
        <source>Icon in the system tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>If you restored it yourself, accept the older state; if not, restore the latest backup.</source>
        <translation>Wenn du es selbst zurückgespielt hast, nimm den älteren Stand an; wenn nicht, stelle die neueste Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Check the address and port under Settings › Model servers. Ollama’s own is http://127.0.0.1:11434.</source>
        <translation>Prüfe Adresse und Port unter Einstellungen › Modellserver. Die von Ollama ist http://127.0.0.1:11434.</translation>
    </message>
    <message>
        <source>A guess from pitch, pace and words, shown small, used only to soften or shorten answers.</source>
        <translation>Eine Vermutung aus Tonhöhe, Tempo und Wortwahl, klein angezeigt; sie macht Antworten nur sanfter oder kürzer.</translation>
    </message>
    <message>
        <source>A short tone when Hearth begins and stops listening.</source>
        <translation>Ein kurzer Ton, wenn Hearth anfängt und aufhört zuzuhören.</translation>
    </message>
    <message>
        <source>Check that it is not muted, and that the system lets Hearth use it.</source>
        <translation>Prüfe, ob es stummgeschaltet ist und ob das System Hearth den Zugriff erlaubt.</translation>
    </message>
    <message>
        <source>Check the address under Settings › Model servers, and that the server runs there; then press Retry.</source>
        <translation>Prüfe die Adresse unter Einstellungen › Modellserver und ob der Server dort läuft; klicke dann auf „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Choose a model that runs here, or allow remote models under Settings › Model servers.</source>
        <translation>Wähle ein Modell, das hier läuft, oder erlaube entfernte Modelle unter Einstellungen › Modellserver.</translation>
    </message>
    <message>
        <source>Choose another file. Most audio and video formats work; protected or damaged ones do not.</source>
        <translation>Wähle eine andere Datei. Die meisten Audio- und Videoformate funktionieren; geschützte oder beschädigte Dateien nicht.</translation>
    </message>
    <message>
        <source>Choose another model, or add the server again under Settings › Model servers.</source>
        <translation>Wähle ein anderes Modell oder füge den Server unter Einstellungen › Modellserver wieder hinzu.</translation>
    </message>
    <message>
        <source>Close other programs that use it, check that the system lets Hearth use it, or choose another one.</source>
        <translation>Schließe andere Programme, die es verwenden, prüfe, ob das System Hearth den Zugriff erlaubt, oder wähle ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Connect it again, or choose another one under Settings › Voice.</source>
        <translation>Schließe es wieder an oder wähle unter Einstellungen › Sprechen ein anderes.</translation>
    </message>
    <message>
        <source>Connect one and try again. You can go on typing.</source>
        <translation>Schließe eines an und versuche es erneut. Tippen kannst du weiterhin.</translation>
    </message>
    <message>
        <source>Connect one and try again; answers are shown as text meanwhile.</source>
        <translation>Schließe eines von beiden an und versuche es erneut; solange werden Antworten als Text angezeigt.</translation>
    </message>
    <message>
        <source>Connect them again, or choose another loudspeaker under Settings › Voice.</source>
        <translation>Schließe das Gerät wieder an oder wähle unter Einstellungen › Sprechen einen anderen Lautsprecher.</translation>
    </message>
    <message>
        <source>Even out loudness</source>
        <translation>Lautstärke ausgleichen</translation>
    </message>
    <message>
        <source>Fixed, it is quicker and makes fewer mistakes.</source>
        <translation>Fest eingestellt geht es schneller und mit weniger Fehlern.</translation>
    </message>
    <message>
        <source>Free some memory, or choose another voice under Settings › Voice.</source>
        <translation>Gib Arbeitsspeicher frei oder wähle unter Einstellungen › Sprechen eine andere Stimme.</translation>
    </message>
    <message>
        <source>Free some of its memory, or choose the processor under Settings › Voice.</source>
        <translation>Gib etwas von ihrem Speicher frei oder wähle unter Einstellungen › Sprechen den Prozessor.</translation>
    </message>
    <message>
        <source>Hands-free: how long a pause may be before Hearth answers.</source>
        <translation>Beim Freisprechen: wie lang eine Pause sein darf, bevor Hearth antwortet.</translation>
    </message>
    <message>
        <source>Hearth found no loudspeaker or headphones.</source>
        <translation>Hearth hat weder Lautsprecher noch Kopfhörer gefunden.</translation>
    </message>
    <message>
        <source>Hearth found no microphone.</source>
        <translation>Hearth hat kein Mikrofon gefunden.</translation>
    </message>
    <message>
        <source>Helps to notice when you speak in a noisy room. Words are understood from untouched sound.</source>
        <translation>Hilft in lauter Umgebung zu bemerken, wann du sprichst. Verstanden werden die Worte aus dem unbearbeiteten Ton.</translation>
    </message>
    <message>
        <source>How fast Hearth speaks, in percent.</source>
        <translation>Wie schnell Hearth spricht, in Prozent.</translation>
    </message>
    <message>
        <source>How loud Hearth speaks, in percent.</source>
        <translation>Wie laut Hearth spricht, in Prozent.</translation>
    </message>
    <message>
        <source>If you want this connection, open a door to {host} under Settings › Network.</source>
        <translation>Wenn du diese Verbindung möchtest, öffne unter Einstellungen › Netzwerk eine Tür zu {host}.</translation>
    </message>
    <message>
        <source>Image: {0}</source>
        <translation>Bild: {0}</translation>
    </message>
    <message>
        <source>Install a language model under Models, or turn “Translate what you say” off under Settings › Voice.</source>
        <translation>Installiere unter „Modelle“ ein Sprachmodell oder stelle „Gesagtes übersetzen in“ unter Einstellungen › Sprechen auf „Nicht übersetzen“.</translation>
    </message>
    <message>
        <source>Install it under Models, or use another model server.</source>
        <translation>Installiere es unter „Modelle“ oder verwende einen anderen Modellserver.</translation>
    </message>
    <message>
        <source>Install one under Models › Speech; “base” suits most computers.</source>
        <translation>Installiere eines unter Modelle › Spracherkennung; „base“ passt für die meisten Computer.</translation>
    </message>
    <message>
        <source>Install the current version under Models.</source>
        <translation>Installiere unter „Modelle“ die aktuelle Version.</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Interrupt while it speaks</source>
        <translation>Hearth beim Sprechen unterbrechen</translation>
    </message>
    <message>
        <source>Into another language, keeping the tone</source>
        <translation>In eine andere Sprache, im selben Ton</translation>
    </message>
    <message>
        <source>It may still be loading: press Retry, or choose a smaller model.</source>
        <translation>Vielleicht lädt es noch: Klicke auf „Erneut versuchen“ oder wähle ein kleineres Modell.</translation>
    </message>
    <message>
        <source>It took more than one try ({count}). {reason}</source>
        <translation>Es waren mehrere Versuche nötig ({count}). {reason}</translation>
    </message>
    <message>
        <source>It was deleted or has expired. Choose another chat, or start a new one.</source>
        <translation>Er wurde gelöscht oder ist abgelaufen. Wähle einen anderen Chat oder beginne einen neuen.</translation>
    </message>
    <message>
        <source>It was deleted. Choose another one, or make it anew.</source>
        <translation>Sie wurde gelöscht. Wähle eine andere oder lege sie neu an.</translation>
    </message>
    <message>
        <source>It was deleted. Choose another one.</source>
        <translation>Der Eintrag wurde gelöscht. Wähle einen anderen.</translation>
    </message>
    <message>
        <source>It was deleted. Open the chat again to see what it holds now.</source>
        <translation>Sie wurde gelöscht. Öffne den Chat noch einmal, um zu sehen, was er jetzt enthält.</translation>
    </message>
    <message>
        <source>Keep model loaded</source>
        <translation>Modell geladen halten</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Im Hintergrund weiterlaufen</translation>
    </message>
    <message>
        <source>Keep the microphone ready</source>
        <translation>Mikrofon bereithalten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Knows much and answers quickly, since only a tenth of it works at a time; needs plenty of memory.</source>
        <translation>Weiß viel und antwortet schnell, da immer nur ein Zehntel davon arbeitet; braucht reichlich Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the interface. “System” follows your computer.</source>
        <translation>Sprache der Oberfläche. „System“ folgt deinem Computer.</translation>
    </message>
    <message>
        <source>Language you speak</source>
        <translation>Sprache, die du sprichst</translation>
    </message>
    <message>
        <source>Larger and fully open, from Japan&apos;s research institutes; knowledge about Japan.</source>
        <translation>Größer und ganz offen, von japanischen Forschungsinstituten; Wissen über Japan.</translation>
    </message>
    <message>
        <source>Last profile</source>
        <translation>Letztes Profil</translation>
    </message>
    <message>
        <source>Leave out animations; things appear at once.</source>
        <translation>Ohne Animationen; alles erscheint sofort.</translation>
    </message>
    <message>
        <source>Lifts a quiet microphone.</source>
        <translation>Hebt ein leises Mikrofon an.</translation>
    </message>
    <message>
        <source>Light and friendly in conversation; summaries and rewriting.</source>
        <translation>Leicht und freundlich im Gespräch; Zusammenfassen und Umschreiben.</translation>
    </message>
    <message>
        <source>Limit for calls to models. 0 means no limit.</source>
        <translation>Grenze für Aufrufe von Modellen. 0 heißt: keine Grenze.</translation>
    </message>
    <message>
        <source>Line {line} of the Modelfile cannot be used: {reason}.</source>
        <translation>Zeile {line} des Modelfiles ist nicht verwendbar: {reason}.</translation>
    </message>
    <message>
        <source>Listen for a wake phrase</source>
        <translation>Auf Aktivierungsphrase warten</translation>
    </message>
    <message>
        <source>Load the model there and press Retry, or choose another model.</source>
        <translation>Lade das Modell dort und klicke auf „Erneut versuchen“, oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message>
        <source>Lock on suspend</source>
        <translation>Vor dem Ruhezustand sperren</translation>
    </message>
    <message>
        <source>Lock when the computer goes to sleep.</source>
        <translation>Sperren, wenn der Computer in den Ruhezustand geht.</translation>
    </message>
    <message>
        <source>Lock when the screen is locked.</source>
        <translation>Sperren, wenn der Bildschirm gesperrt wird.</translation>
    </message>
    <message>
        <source>Lock with the screen</source>
        <translation>Mit dem Bildschirm sperren</translation>
    </message>
    <message>
        <source>Look at its log under Models, then start it again or install it anew.</source>
        <translation>Sieh unter „Modelle“ in sein Protokoll. Starte es dann erneut oder installiere es neu.</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Made for answering from given sources, in many languages.</source>
        <translation>Dafür gemacht, anhand gegebener Quellen zu antworten, in vielen Sprachen.</translation>
    </message>
    <message>
        <source>Make one with “hearth vault create” or by opening the window, or ask with --private, which keeps nothing.</source>
        <translation>Erstelle eines mit „hearth vault create“ oder im Fenster, oder frag mit --private; dabei wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Makes your text clearer and keeps your voice</source>
        <translation>Macht Texte klarer, behält deinen Ton</translation>
    </message>
    <message>
        <source>Mend spelling and grammar, change nothing else</source>
        <translation>Rechtschreibung und Grammatik verbessern, sonst nichts ändern</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Minutes the model stays in memory after use.</source>
        <translation>Minuten, die das Modell nach Gebrauch im Speicher bleibt.</translation>
    </message>
    <message>
        <source>Minutes without use. 0 never locks by itself.</source>
        <translation>Minuten ohne Eingabe. 0 sperrt nie von selbst.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Names and jargon that recognition should expect, one a line.</source>
        <translation>Namen und Fachwörter, mit denen die Erkennung rechnen soll, pro Zeile eines.</translation>
    </message>
    <message>
        <source>Nearly as accurate as the largest, several times as quick.</source>
        <translation>Fast so genau wie das größte, aber um ein Mehrfaches schneller.</translation>
    </message>
    <message>
        <source>No language model is installed yet.</source>
        <translation>Noch ist kein Sprachmodell installiert.</translation>
    </message>
    <message>
        <source>No model server answers at {address}.</source>
        <translation>Unter {address} antwortet kein Modellserver.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Du musst nichts tun.</translation>
    </message>
    <message>
        <source>Notice mood</source>
        <translation>Stimmung erkennen</translation>
    </message>
    <message>
        <source>Noticeably better reasoning than smaller ones, still at home on one graphics card.</source>
        <translation>Denkt merklich besser als kleinere und passt noch in eine einzige Grafikkarte.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Ollama address</source>
        <translation>Adresse von Ollama</translation>
    </message>
    <message>
        <source>Ollama could not do this: {reason}</source>
        <translation>Ollama konnte das nicht: {reason}</translation>
    </message>
    <message>
        <source>Ollama is not running, so language models cannot be fetched or changed.</source>
        <translation>Ollama läuft nicht, deshalb können Sprachmodelle weder geladen noch geändert werden.</translation>
    </message>
    <message>
        <source>Ollama is not running: nobody answers at {address}.</source>
        <translation>Ollama läuft nicht: Unter {address} antwortet niemand.</translation>
    </message>
    <message>
        <source>Ollama’s registry</source>
        <translation>Ollamas Verzeichnis</translation>
    </message>
    <message>
        <source>On which Hearth speaks.</source>
        <translation>Darüber spricht Hearth.</translation>
    </message>
    <message>
        <source>Once a day an encrypted copy beside the profile: the last seven days and four weeks.</source>
        <translation>Einmal täglich eine verschlüsselte Kopie neben dem Profil: die letzten sieben Tage und vier Wochen.</translation>
    </message>
    <message>
        <source>Only the text, or the encrypted sound as well.</source>
        <translation>Nur den Text oder auch den Ton, verschlüsselt.</translation>
    </message>
    <message>
        <source>Only where the server asks for one.</source>
        <translation>Nur, wenn der Server einen verlangt.</translation>
    </message>
    <message>
        <source>Open Models to see why and to start or install it, then press Retry.</source>
        <translation>Öffne „Modelle“, um den Grund zu sehen und es zu starten oder zu installieren, und klicke dann auf „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Open a profile first.</source>
        <translation>Öffne zuerst ein Profil.</translation>
    </message>
    <message>
        <source>Open doors</source>
        <translation>Offene Türen</translation>
    </message>
    <message>
        <source>Opens the small window over whatever you are doing.</source>
        <translation>Öffnet das kleine Fenster über dem, was du gerade tust.</translation>
    </message>
    <message>
        <source>Options side by side, then a recommendation</source>
        <translation>Möglichkeiten nebeneinander, dann eine Empfehlung</translation>
    </message>
    <message>
        <source>Other model servers</source>
        <translation>Weitere Modellserver</translation>
    </message>
    <message>
        <source>Paste code or an error message, or say what you want to build.</source>
        <translation>Füg Code oder eine Fehlermeldung ein oder sag, was du bauen möchtest.</translation>
    </message>
    <message>
        <source>Place of the quick chat</source>
        <translation>Platz des Schnellchats</translation>
    </message>
    <message>
        <source>Precise instructions, many languages, pictures and tools.</source>
        <translation>Genaue Anweisungen, viele Sprachen, Bilder und Werkzeuge.</translation>
    </message>
    <message>
        <source>Precise search by meaning in English.</source>
        <translation>Genaue Suche nach Bedeutung auf Englisch.</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, look at the details or restart the model server.</source>
        <translation>Klicke auf „Erneut versuchen“. Wenn es wieder passiert, sieh dir die Details an oder starte den Modellserver neu.</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, restart the model server or choose a smaller model.</source>
        <translation>Klicke auf „Erneut versuchen“. Wenn es wieder passiert, starte den Modellserver neu oder wähle ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation>Programmierer</translation>
    </message>
    <message>
        <source>Put the file back where it was. The text stays.</source>
        <translation>Lege die Datei wieder dorthin, wo sie war. Der Text bleibt.</translation>
    </message>
    <message>
        <source>Quick and clever for its size; everyday questions, reasoning, many languages.</source>
        <translation>Schnell und für seine Größe klug; Alltagsfragen, logisches Denken, viele Sprachen.</translation>
    </message>
    <message>
        <source>Quick chat</source>
        <translation>Schnellchat</translation>
    </message>
    <message>
        <source>Quick, for clear speech on small machines.</source>
        <translation>Schnell, für deutliche Sprache auf kleinen Rechnern.</translation>
    </message>
    <message>
        <source>Quiz me on this, one question at a time:</source>
        <translation>Frag mich dazu ab, Frage für Frage:</translation>
    </message>
    <message>
        <source>Raise the budget under Settings › Chat, or go on tomorrow.</source>
        <translation>Erhöhe das Budget unter Einstellungen › Chat oder mach morgen weiter.</translation>
    </message>
    <message>
        <source>Read answers aloud</source>
        <translation>Antworten vorlesen</translation>
    </message>
    <message>
        <source>Read the details below and try again.</source>
        <translation>Lies die Details unten und versuche es erneut.</translation>
    </message>
    <message>
        <source>Read the details below, then try again or choose another model.</source>
        <translation>Lies die Details unten. Versuche es dann erneut oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>Reads pictures, diagrams and documents well.</source>
        <translation>Liest Bilder, Diagramme und Dokumente gut.</translation>
    </message>
    <message>
        <source>Reads, writes and reviews code</source>
        <translation>Liest, schreibt und prüft Code</translation>
    </message>
    <message>
        <source>Ready, it loses no first syllable. “After use” keeps it open for 30 seconds. Sound that nobody asked for is forgotten after a second.</source>
        <translation>Ist es bereit, geht keine erste Silbe verloren. „Nach Gebrauch“ hält es noch 30&#xa0;Sekunden offen. Ton, der nicht gebraucht wird, ist nach einer Sekunde vergessen.</translation>
    </message>
    <message>
        <source>Reasons well and answers quickly for its size; good with tools.</source>
        <translation>Denkt für seine Größe gut und antwortet schnell; gut mit Werkzeugen.</translation>
    </message>
    <message>
        <source>Recognise speech on</source>
        <translation>Sprache erkennen mit</translation>
    </message>
    <message>
        <source>Recovery key not checked yet</source>
        <translation>Wiederherstellungsschlüssel noch nicht geprüft</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung reduzieren</translation>
    </message>
    <message>
        <source>Remove Hearth’s own voice</source>
        <translation>Hearths eigene Stimme herausrechnen</translation>
    </message>
    <message>
        <source>Remove it under Models › Speech and install it again.</source>
        <translation>Entferne es unter Modelle › Spracherkennung und installiere es erneut.</translation>
    </message>
    <message>
        <source>Install one under Models › Voices.</source>
        <translation>Installieren Sie eine unter Modelle › Stimmen.</translation>
    </message>
    <message>
        <source>A Chroma server keeps vectors unencrypted, outside of the vault: they tell what your texts are about.</source>
        <translation>Ein Chroma-Server speichert Vektoren unverschlüsselt und außerhalb des Tresors: Sie verraten, worum es in deinen Texten geht.</translation>
    </message>
    <message>
        <source>A memory has between 1 and {most} characters.</source>
        <translation>Eine Erinnerung hat zwischen 1 und {most} Zeichen.</translation>
    </message>
    <message>
        <source>Address of a Chroma server</source>
        <translation>Adresse eines Chroma-Servers</translation>
    </message>
    <message>
        <source>Agree to that for {address}, or choose another index.</source>
        <translation>Stimm dem für {address} zu oder wähle einen anderen Index.</translation>
    </message>
    <message>
        <source>Ask documents in new chats</source>
        <translation>In neuen Chats Dokumente befragen</translation>
    </message>
    <message>
        <source>Better order of what was found, but slower answers.</source>
        <translation>Das Gefundene ist besser geordnet, aber Antworten dauern länger.</translation>
    </message>
    <message>
        <source>Check its permissions and that the disk is connected, then read it again.</source>
        <translation>Prüfe die Zugriffsrechte und ob der Datenträger angeschlossen ist, und lies die Datei dann erneut.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may open it, then add it again.</source>
        <translation>Prüfe, ob er da ist und du ihn öffnen darfst, und füge ihn dann erneut hinzu.</translation>
    </message>
    <message>
        <source>Check the address and that the server is Chroma 1.0 or newer; until then Hearth compares exactly.</source>
        <translation>Prüfe die Adresse und ob der Server Chroma 1.0 oder neuer ist; bis dahin vergleicht Hearth exakt.</translation>
    </message>
    <message>
        <source>Choose “Read again” when you want it to be found.</source>
        <translation>Wähle „Erneut lesen“, wenn sie gefunden werden soll.</translation>
    </message>
    <message>
        <source>Finds by meaning with</source>
        <translation>Sucht nach Bedeutung mit</translation>
    </message>
    <message>
        <source>Free some memory or close other programs, then read the file again.</source>
        <translation>Gib Arbeitsspeicher frei oder schließ andere Programme und lies die Datei dann erneut.</translation>
    </message>
    <message>
        <source>Hearth cannot read files of this kind.</source>
        <translation>Hearth kann Dateien dieser Art nicht lesen.</translation>
    </message>
    <message>
        <source>If it is scanned, check that reading pictures is switched on; a sharper scan may help.</source>
        <translation>Ist sie gescannt, prüfe, ob „Gescannte Seiten lesen“ eingeschaltet ist; ein schärferer Scan kann helfen.</translation>
    </message>
    <message>
        <source>If you trust it, save it anew in the program that made it.</source>
        <translation>Wenn du ihr vertraust, speichere sie in dem Programm neu, aus dem sie stammt.</translation>
    </message>
    <message>
        <source>Index of meanings</source>
        <translation>Index der Bedeutungen</translation>
    </message>
    <message>
        <source>It was deleted. Choose another collection, or make a new one.</source>
        <translation>Sie wurde gelöscht. Wähle eine andere Sammlung oder erstelle eine neue.</translation>
    </message>
    <message>
        <source>It was forgotten or replaced. Add it again if Hearth should know it.</source>
        <translation>Es wurde vergessen oder ersetzt. Füge es erneut hinzu, wenn Hearth es kennen soll.</translation>
    </message>
    <message>
        <source>It was removed. Add the file again if you want to ask about it.</source>
        <translation>Es wurde entfernt. Füge die Datei erneut hinzu, wenn du Fragen dazu stellen möchtest.</translation>
    </message>
    <message>
        <source>Let the model choose passages</source>
        <translation>Textstellen vom Modell wählen lassen</translation>
    </message>
    <message>
        <source>New chats may answer from all collections.</source>
        <translation>Neue Chats dürfen aus allen Sammlungen antworten.</translation>
    </message>
    <message>
        <source>No language model was asked. These passages of your documents are nearest to the question:</source>
        <translation>Es wurde kein Sprachmodell gefragt. Diese Textstellen aus deinen Dokumenten passen am besten zur Frage:</translation>
    </message>
    <message>
        <source>No language model was asked. This is how what you attached begins:</source>
        <translation>Es wurde kein Sprachmodell gefragt. So beginnt, was du angehängt hast:</translation>
    </message>
    <message>
        <source>Only for the Chroma server. Vectors leave the vault’s protection there.</source>
        <translation>Nur für den Chroma-Server. Dort verlassen Vektoren den Schutz des Tresors.</translation>
    </message>
    <message>
        <source>Open it in another program to see whether it is whole, then add it again.</source>
        <translation>Öffne sie in einem anderen Programm, um zu sehen, ob sie unversehrt ist, und füge sie dann erneut hinzu.</translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it anew, then add it again.</source>
        <translation>Öffne sie in dem Programm, aus dem sie stammt, speichere sie neu und füge sie dann erneut hinzu.</translation>
    </message>
    <message>
        <source>Put it back, or remove it from the collection.</source>
        <translation>Leg sie dorthin zurück oder entferne sie aus der Sammlung.</translation>
    </message>
    <message>
        <source>Read scanned pages</source>
        <translation>Gescannte Seiten lesen</translation>
    </message>
    <message>
        <source>Reading this file took too long and was stopped.</source>
        <translation>Das Lesen dieser Datei hat zu lange gedauert und wurde beendet.</translation>
    </message>
    <message>
        <source>Reading this file would take too much memory.</source>
        <translation>Das Lesen dieser Datei würde zu viel Arbeitsspeicher brauchen.</translation>
    </message>
    <message>
        <source>Reading was stopped before this file.</source>
        <translation>Das Lesen wurde vor dieser Datei beendet.</translation>
    </message>
    <message>
        <source>Recognises the words of pictures and scans, on this computer.</source>
        <translation>Erkennt die Wörter in Bildern und Scans, auf diesem Computer.</translation>
    </message>
    <message>
        <source>Relevance floor</source>
        <translation>Relevanzschwelle</translation>
    </message>
    <message>
        <source>Remember facts about you</source>
        <translation>Fakten über dich merken</translation>
    </message>
    <message>
        <source>Remove it under Models › Voices and install it again.</source>
        <translation>Entfernen Sie sie unter Modelle › Stimmen und installieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>Remove rumble</source>
        <translation>Rumpeln entfernen</translation>
    </message>
    <message>
        <source>Restart the model server and press Retry.</source>
        <translation>Starte den Modellserver neu und klicke auf „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Restore the key file or the whole profile from a backup. Nothing was changed.</source>
        <translation>Stelle die Schlüsseldatei oder das ganze Profil aus einer Sicherung wieder her. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>Restore the latest backup. The damaged database is kept and not changed.</source>
        <translation>Stelle die neueste Sicherung wieder her. Die beschädigte Datenbank bleibt unverändert erhalten.</translation>
    </message>
    <message>
        <source>Restore the latest backup. The damaged files are kept and not changed.</source>
        <translation>Stelle die neueste Sicherung wieder her. Die beschädigten Dateien bleiben unverändert erhalten.</translation>
    </message>
    <message>
        <source>Result of the echo test</source>
        <translation>Ergebnis des Echotests</translation>
    </message>
    <message>
        <source>Reuse answers</source>
        <translation>Antworten wiederverwenden</translation>
    </message>
    <message>
        <source>Review this code:</source>
        <translation>Prüfe diesen Code:</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>Umschreiben</translation>
    </message>
    <message>
        <source>Rewrite this so that it sounds {{tone|clearer and shorter|friendly|formal|confident|diplomatic|simple}}. Keep the language and the meaning, and answer with the new text alone.

{{text}}</source>
        <translation>Schreib das um, sodass es {{tone|klarer und kürzer|freundlich|förmlich|selbstbewusst|diplomatisch|einfach}} klingt. Behalte Sprache und Bedeutung bei und antworte nur mit dem neuen Text.

{{text}}</translation>
    </message>
    <message>
        <source>Run the command again and type the same passphrase twice.</source>
        <translation>Führe den Befehl noch einmal aus und gib zweimal dieselbe Passphrase ein.</translation>
    </message>
    <message>
        <source>Run this in a terminal, or hand the passphrase over on a file descriptor named in HEARTH_PASSPHRASE_FD.</source>
        <translation>Führe das in einem Terminal aus oder übergib die Passphrase auf einem Dateideskriptor, den HEARTH_PASSPHRASE_FD nennt.</translation>
    </message>
    <message>
        <source>Run “hearth doctor”; it says what is missing and how to mend it.</source>
        <translation>Führe „hearth doctor“ aus; es sagt, was fehlt und wie es sich beheben lässt.</translation>
    </message>
    <message>
        <source>Run “ollama pull llama3.2” in a terminal (about 2 GB), then press Retry.</source>
        <translation>Führe „ollama pull llama3.2“ in einem Terminal aus (etwa 2&#xa0;GB) und klicke dann auf „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Run “ollama pull {model}” in a terminal and press Retry, or choose another model.</source>
        <translation>Führe „ollama pull {model}“ in einem Terminal aus und klicke auf „Erneut versuchen“, oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>Save a copy without protection and add that.</source>
        <translation>Speichere eine Kopie ohne Schutz und füge diese hinzu.</translation>
    </message>
    <message>
        <source>Save it as PDF, as text or in a current Office or OpenDocument format, and add that.</source>
        <translation>Speichere sie als PDF, als Text oder in einem aktuellen Office- oder OpenDocument-Format und füge diese Datei hinzu.</translation>
    </message>
    <message>
        <source>Say it again. If it happens often, choose a smaller model under Settings › Voice.</source>
        <translation>Sag es noch einmal. Passiert es oft, wähle unter Einstellungen › Sprechen ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Say it in a sentence or two; put longer texts into a collection of documents.</source>
        <translation>Sag es in ein, zwei Sätzen; längere Texte gehören in eine Sammlung von Dokumenten.</translation>
    </message>
    <message>
        <source>Say which one with --profile NAME.</source>
        <translation>Gib mit --profile NAME an, welches.</translation>
    </message>
    <message>
        <source>Search by meaning across European and Asian languages.</source>
        <translation>Suche nach Bedeutung in europäischen und asiatischen Sprachen.</translation>
    </message>
    <message>
        <source>Search by meaning in over a hundred languages, also in long passages.</source>
        <translation>Suche nach Bedeutung in über hundert Sprachen, auch in langen Textstellen.</translation>
    </message>
    <message>
        <source>Seconds of silence before an answer counts as stalled.</source>
        <translation>Sekunden Stille, nach denen eine Antwort als hängen geblieben gilt.</translation>
    </message>
    <message>
        <source>Seconds. Loading a large model takes a while.</source>
        <translation>Sekunden. Ein großes Modell zu laden dauert eine Weile.</translation>
    </message>
    <message>
        <source>Servers with OpenAI&apos;s protocol, such as llama.cpp, vLLM and LM Studio.</source>
        <translation>Server mit dem Protokoll von OpenAI, etwa llama.cpp, vLLM und LM Studio.</translation>
    </message>
    <message>
        <source>Shorten it or attach less, or raise the context size under Settings › Chat (now {window} tokens).</source>
        <translation>Kürze sie, hänge weniger an oder vergrößere das Kontextfenster unter Einstellungen › Chat (jetzt {window} Token).</translation>
    </message>
    <message>
        <source>Show me a text. I will say what works, and what would make it better.</source>
        <translation>Zeig mir einen Text. Ich sage, was gelungen ist und was ihn besser machen würde.</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster anzeigen</translation>
    </message>
    <message>
        <source>Shows what Hearth is doing and opens the quick chat.</source>
        <translation>Zeigt, was Hearth gerade tut, und öffnet den Schnellchat.</translation>
    </message>
    <message>
        <source>Size of all text, in percent.</source>
        <translation>Größe aller Texte, in Prozent.</translation>
    </message>
    <message>
        <source>Small and fluent in Japanese; conversation and writing.</source>
        <translation>Klein und flüssig auf Japanisch; Unterhaltung und Schreiben.</translation>
    </message>
    <message>
        <source>Small and fully open, from Japan&apos;s research institutes.</source>
        <translation>Klein und ganz offen, von japanischen Forschungsinstituten.</translation>
    </message>
    <message>
        <source>Small and quick; short texts and simple rewriting.</source>
        <translation>Klein und schnell; kurze Texte und einfaches Umschreiben.</translation>
    </message>
    <message>
        <source>Small and sober; summaries, extraction, office texts.</source>
        <translation>Klein und nüchtern; Zusammenfassen, Herausziehen von Fakten, Bürotexte.</translation>
    </message>
    <message>
        <source>Small search by meaning in over a hundred languages.</source>
        <translation>Kleine Suche nach Bedeutung in über hundert Sprachen.</translation>
    </message>
    <message>
        <source>Small, good at arithmetic and logic.</source>
        <translation>Klein, gut im Rechnen und in Logik.</translation>
    </message>
    <message>
        <source>Small, many languages, looks at pictures; a good all-rounder for a laptop.</source>
        <translation>Klein, viele Sprachen, sieht sich Bilder an; ein guter Allrounder für Laptops.</translation>
    </message>
    <message>
        <source>So that you can interrupt it while it speaks through loudspeakers. Try the echo test first.</source>
        <translation>Damit du Hearth unterbrechen kannst, während es über Lautsprecher spricht. Mach zuerst den Echotest.</translation>
    </message>
    <message>
        <source>Sober and careful; documents, extraction, tools.</source>
        <translation>Nüchtern und sorgfältig; Dokumente, Herausziehen von Fakten, Werkzeuge.</translation>
    </message>
    <message>
        <source>Some of this profile&apos;s data is damaged.</source>
        <translation>Ein Teil der Daten dieses Profils ist beschädigt.</translation>
    </message>
    <message>
        <source>Something answers at {address}, but it is not a model server.</source>
        <translation>Unter {address} antwortet etwas, aber es ist kein Modellserver.</translation>
    </message>
    <message>
        <source>Something that Hearth needs is not available.</source>
        <translation>Etwas, das Hearth braucht, ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Etwas ist schiefgegangen.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Signaltöne</translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Speech recognition stopped unexpectedly, so what you said was lost.</source>
        <translation>Die Spracherkennung wurde unerwartet beendet; was du gesagt hast, ging verloren.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Split it into smaller files and add those.</source>
        <translation>Teile sie in kleinere Dateien auf und füge diese hinzu.</translation>
    </message>
    <message>
        <source>Split it into smaller files, or save it in a simpler format.</source>
        <translation>Teile sie in kleinere Dateien auf oder speichere sie in einem einfacheren Format.</translation>
    </message>
    <message>
        <source>Spoken commands</source>
        <translation>Sprachbefehle</translation>
    </message>
    <message>
        <source>Spoken words become text in this language.</source>
        <translation>Gesprochenes wird zu Text in dieser Sprache.</translation>
    </message>
    <message>
        <source>Start Ollama (open the Ollama app, or run “ollama serve”) and press Retry.</source>
        <translation>Starte Ollama (öffne die Ollama-App oder führe „ollama serve“ aus) und klicke auf „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Start Ollama, or let Hearth install its own, and try again.</source>
        <translation>Starte Ollama oder lass Hearth ein eigenes installieren. Versuche es dann erneut.</translation>
    </message>
    <message>
        <source>Start it again, or log out and in, and try once more.</source>
        <translation>Starte es neu oder melde dich ab und wieder an, und versuche es dann noch einmal.</translation>
    </message>
    <message>
        <source>Start it there (“chroma run”) and check the address; until then Hearth compares exactly.</source>
        <translation>Starte ihn dort („chroma run“) und prüfe die Adresse; bis dahin vergleicht Hearth exakt.</translation>
    </message>
    <message>
        <source>Start the model server (llama.cpp, vLLM, LM Studio …) and press Retry.</source>
        <translation>Starte den Modellserver (llama.cpp, vLLM, LM Studio&#xa0;…) und klicke auf „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Starting at login could not be changed: the system refused it.</source>
        <translation>Der Start beim Anmelden konnte nicht geändert werden: Das System hat es abgelehnt.</translation>
    </message>
    <message>
        <source>Step by step, with what could go wrong</source>
        <translation>Schritt für Schritt, mit dem, was schiefgehen könnte</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Strong at mathematics and reasoning, mostly in English.</source>
        <translation>Stark in Mathematik und logischem Denken, vor allem auf Englisch.</translation>
    </message>
    <message>
        <source>Strong search by meaning in over a hundred languages.</source>
        <translation>Starke Suche nach Bedeutung in über hundert Sprachen.</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Summarise this {{length=in a few bullet points|in one sentence|in a few bullet points|in one paragraph}}. Keep names and figures, and add nothing of your own.

{{text}}</source>
        <translation>Fasse das {{length=in wenigen Stichpunkten|in einem Satz|in wenigen Stichpunkten|in einem Absatz}} zusammen. Behalte Namen und Zahlen bei und füge nichts Eigenes hinzu.

{{text}}</translation>
    </message>
    <message>
        <source>Suppress noise</source>
        <translation>Rauschen unterdrücken</translation>
    </message>
    <message>
        <source>Take it out, and add those of its folders that you want to ask about, each by itself.</source>
        <translation>Nimm ihn heraus und füge die Unterordner, zu denen du fragen willst, einzeln hinzu.</translation>
    </message>
    <message>
        <source>Takes a picture of the screen into the quick chat.</source>
        <translation>Holt ein Bild vom Bildschirm in den Schnellchat.</translation>
    </message>
    <message>
        <source>Takes out hum and footsteps below speech.</source>
        <translation>Nimmt Brummen und Trittschall unterhalb der Stimme weg.</translation>
    </message>
    <message>
        <source>Takes the text you selected, or the clipboard, into the quick chat.</source>
        <translation>Holt den markierten Text oder die Zwischenablage in den Schnellchat.</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <source>Tell when an answer or a download is ready while Hearth’s window is not in front.</source>
        <translation>Meldet, wenn eine Antwort oder ein Download fertig ist, während das Fenster von Hearth nicht vorn ist.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Text while you speak</source>
        <translation>Text beim Sprechen</translation>
    </message>
    <message>
        <source>That does not open this profile.</source>
        <translation>Das öffnet dieses Profil nicht.</translation>
    </message>
    <message>
        <source>The Chroma server at {address} does not answer.</source>
        <translation>Der Chroma-Server unter {address} antwortet nicht.</translation>
    </message>
    <message>
        <source>The Ollama that was downloaded cannot be used on this computer.</source>
        <translation>Das heruntergeladene Ollama ist auf diesem Computer nicht verwendbar.</translation>
    </message>
    <message>
        <source>The answer broke off. What had arrived is kept.</source>
        <translation>Die Antwort ist abgebrochen. Was schon da war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The answer reached the limit of its length and was cut off.</source>
        <translation>Die Antwort hat ihre Längengrenze erreicht und wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>The answer took longer than {limit_s} seconds and was ended. What had arrived is kept.</source>
        <translation>Die Antwort hat länger als {limit_s} Sekunden gedauert und wurde beendet. Was schon da war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The built-in model understands English. An embedding model of Ollama’s can be chosen instead.</source>
        <translation>Das mitgelieferte Modell versteht Englisch. Stattdessen kann ein Embedding-Modell von Ollama gewählt werden.</translation>
    </message>
    <message>
        <source>The computer has no memory left for this.</source>
        <translation>Der Computer hat dafür keinen Arbeitsspeicher mehr frei.</translation>
    </message>
    <message>
        <source>The database of this profile is damaged.</source>
        <translation>Die Datenbank dieses Profils ist beschädigt.</translation>
    </message>
    <message>
        <source>The disk is full, so this could not be saved. What was saved before is safe.</source>
        <translation>Die Festplatte ist voll, deshalb konnte das nicht gespeichert werden. Früher Gespeichertes ist sicher.</translation>
    </message>
    <message>
        <source>The files could not be written or read.</source>
        <translation>Die Dateien konnten nicht geschrieben oder gelesen werden.</translation>
    </message>
    <message>
        <source>The files of this profile cannot be read or written: {reason}</source>
        <translation>Die Dateien dieses Profils lassen sich nicht lesen oder schreiben: {reason}</translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit and could not be summarised, so the model saw only the beginnings of some of them. {reason}</source>
        <translation>Die ersten {count} Nachrichten passten nicht mehr hinein und konnten nicht zusammengefasst werden; von manchen sah das Modell deshalb nur den Anfang. {reason}</translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit and were summarised for the model.</source>
        <translation>Die ersten {count} Nachrichten passten nicht mehr hinein und wurden für das Modell zusammengefasst.</translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit. The latest of them were summarised for the model; the oldest {left_out} were too many and were left out.</source>
        <translation>Die ersten {count} Nachrichten passten nicht mehr hinein. Die neuesten davon wurden für das Modell zusammengefasst; die ältesten {left_out} waren zu viele und wurden weggelassen.</translation>
    </message>
    <message>
        <source>The graphics card could not recognise speech, so the processor does it now. This may be slower.</source>
        <translation>Die Grafikkarte konnte Sprache nicht erkennen, jetzt übernimmt das der Prozessor. Das kann langsamer sein.</translation>
    </message>
    <message>
        <source>The key file of this profile is damaged.</source>
        <translation>Die Schlüsseldatei dieses Profils ist beschädigt.</translation>
    </message>
    <message>
        <source>The loudspeaker or headphones were disconnected.</source>
        <translation>Lautsprecher oder Kopfhörer wurden getrennt.</translation>
    </message>
    <message>
        <source>The main points, short</source>
        <translation>Die wichtigsten Punkte, kurz</translation>
    </message>
    <message>
        <source>The microphone is completely silent.</source>
        <translation>Das Mikrofon ist völlig still.</translation>
    </message>
    <message>
        <source>The microphone stays open. What is said is compared on this computer and forgotten.</source>
        <translation>Das Mikrofon bleibt offen. Gesagtes wird auf diesem Computer verglichen und vergessen.</translation>
    </message>
    <message>
        <source>The microphone was disconnected.</source>
        <translation>Das Mikrofon wurde getrennt.</translation>
    </message>
    <message>
        <source>The model did not answer.</source>
        <translation>Das Modell hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The model gave an empty answer.</source>
        <translation>Das Modell hat eine leere Antwort gegeben.</translation>
    </message>
    <message>
        <source>The model has been silent for {silence_s} seconds. What had arrived is kept.</source>
        <translation>Das Modell schweigt seit {silence_s} Sekunden. Was schon da war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The model server at {address} cannot be reached.</source>
        <translation>Der Modellserver unter {address} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The model server at {address} did not answer within {wait_s} seconds.</source>
        <translation>Der Modellserver unter {address} hat nicht innerhalb von {wait_s} Sekunden geantwortet.</translation>
    </message>
    <message>
        <source>The model server at {address} is too old: version {version}, and {needed} or newer is needed.</source>
        <translation>Der Modellserver unter {address} ist zu alt: Er hat Version {version}, nötig ist {needed} oder neuer.</translation>
    </message>
    <message>
        <source>The model server is busy.</source>
        <translation>Der Modellserver ist beschäftigt.</translation>
    </message>
    <message>
        <source>The model server refused the question.</source>
        <translation>Der Modellserver hat die Frage abgelehnt.</translation>
    </message>
    <message>
        <source>The model “{model}” is not installed.</source>
        <translation>Das Modell „{model}“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>The most accurate, in about a hundred languages; wants a graphics card.</source>
        <translation>Das genaueste, in etwa hundert Sprachen; braucht eine Grafikkarte.</translation>
    </message>
    <message>
        <source>The part of Hearth that reads files did not start.</source>
        <translation>Der Teil von Hearth, der Dateien liest, ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The quick chat and the hotkeys stay at hand. Off: closing the window ends Hearth.</source>
        <translation>Nach dem Schließen des Fensters bleiben Schnellchat und globale Kürzel griffbereit. Aus: Das Schließen beendet Hearth.</translation>
    </message>
    <message>
        <source>The quickest; understands clear speech, makes mistakes in noise.</source>
        <translation>Das schnellste; versteht deutliche Sprache, macht bei Lärm Fehler.</translation>
    </message>
    <message>
        <source>The same German voice in finer quality; takes more time.</source>
        <translation>Dieselbe deutsche Stimme in feinerer Qualität; braucht mehr Zeit.</translation>
    </message>
    <message>
        <source>The same in another tone</source>
        <translation>Dasselbe in einem anderen Ton</translation>
    </message>
    <message>
        <source>The server at {address} does not have the model “{model}”.</source>
        <translation>Der Server unter {address} hat das Modell „{model}“ nicht.</translation>
    </message>
    <message>
        <source>The server of “{model}” is no longer set up.</source>
        <translation>Der Server von „{model}“ ist nicht mehr eingerichtet.</translation>
    </message>
    <message>
        <source>The smallest and quickest, for English.</source>
        <translation>Das kleinste und schnellste, für Englisch.</translation>
    </message>
    <message>
        <source>The sound of “{name}” is no longer there: it was not kept, and the file was moved or deleted.</source>
        <translation>Den Ton von „{name}“ gibt es nicht mehr: Er wurde nicht behalten, und die Datei wurde verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>The sound system of this computer does not answer.</source>
        <translation>Das Tonsystem dieses Computers antwortet nicht.</translation>
    </message>
    <message>
        <source>The speech model “{model}” cannot be used: its files are incomplete or damaged.</source>
        <translation>Das Spracherkennungsmodell „{model}“ ist nicht verwendbar: Seine Dateien sind unvollständig oder beschädigt.</translation>
    </message>
    <message>
        <source>The speech model “{model}” cannot translate what it hears.</source>
        <translation>Das Spracherkennungsmodell „{model}“ kann nicht übersetzen, was es hört.</translation>
    </message>
    <message>
        <source>The strongest of these thinkers that fits one large graphics card.</source>
        <translation>Der stärkste dieser Denker, der in eine große Grafikkarte passt.</translation>
    </message>
    <message>
        <source>The system did not let Hearth read this file.</source>
        <translation>Das System hat Hearth diese Datei nicht lesen lassen.</translation>
    </message>
    <message>
        <source>The system keyring cannot be used: {reason}</source>
        <translation>Der Schlüsselbund des Systems ist nicht nutzbar: {reason}</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen stimmen nicht überein.</translation>
    </message>
    <message>
        <source>The voice “{voice}” cannot be used: its files are incomplete or damaged.</source>
        <translation>Die Stimme „{voice}“ ist nicht verwendbar: Ihre Dateien sind unvollständig oder beschädigt.</translation>
    </message>
    <message>
        <source>The voice “{voice}” stopped working, so another one speaks.</source>
        <translation>Die Stimme „{voice}“ ist ausgefallen, deshalb spricht eine andere.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>There are several profiles: {names}.</source>
        <translation>Es gibt mehrere Profile: {names}.</translation>
    </message>
    <message>
        <source>There is a typing error in this recovery key.</source>
        <translation>In diesem Wiederherstellungsschlüssel ist ein Tippfehler.</translation>
    </message>
    <message>
        <source>There is already a profile called “{alias}”.</source>
        <translation>Es gibt schon ein Profil namens „{alias}“.</translation>
    </message>
    <message>
        <source>There is already a prompt called “/{name}”.</source>
        <translation>Es gibt schon einen Prompt namens „/{name}“.</translation>
    </message>
    <message>
        <source>There is no model called “{model}” to download.</source>
        <translation>Es gibt kein Modell namens „{model}“ zum Herunterladen.</translation>
    </message>
    <message>
        <source>There is no model called “{model}”.</source>
        <translation>Es gibt kein Modell namens „{model}“.</translation>
    </message>
    <message>
        <source>There is no model for speech recognition on this computer yet.</source>
        <translation>Auf diesem Computer gibt es noch kein Modell für die Spracherkennung.</translation>
    </message>
    <message>
        <source>There is no profile called “{alias}”.</source>
        <translation>Es gibt kein Profil namens „{alias}“.</translation>
    </message>
    <message>
        <source>There is no profile on this computer yet.</source>
        <translation>Auf diesem Computer gibt es noch kein Profil.</translation>
    </message>
    <message>
        <source>There is no ready-made Ollama for this computer.</source>
        <translation>Für diesen Computer gibt es kein fertiges Ollama.</translation>
    </message>
    <message>
        <source>There is no text in this file that Hearth can read.</source>
        <translation>In dieser Datei ist kein Text, den Hearth lesen kann.</translation>
    </message>
    <message>
        <source>There is no voice on this computer that could speak.</source>
        <translation>Auf diesem Computer gibt es keine Stimme, die sprechen könnte.</translation>
    </message>
    <message>
        <source>There is not enough free memory to check the passphrase ({memory_mib} MB are needed).</source>
        <translation>Zum Prüfen der Passphrase ist nicht genug Arbeitsspeicher frei ({memory_mib}&#xa0;MB sind nötig).</translation>
    </message>
    <message>
        <source>There is not enough memory for “{model}”.</source>
        <translation>Für „{model}“ reicht der Arbeitsspeicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} are needed, and {free} are free.</source>
        <translation>Auf der Festplatte ist nicht genug Platz: {needed} sind nötig, {free} sind frei.</translation>
    </message>
    <message>
        <source>There is nothing to answer yet.</source>
        <translation>Es gibt noch nichts zu beantworten.</translation>
    </message>
    <message>
        <source>There were too many questions in a short time.</source>
        <translation>Es waren zu viele Fragen in kurzer Zeit.</translation>
    </message>
    <message>
        <source>Think a decision through</source>
        <translation>Entscheidung durchdenken</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Thinks at length before it answers; harder puzzles than the small one.</source>
        <translation>Denkt lange nach, bevor es antwortet; für schwierigere Rätsel als das kleine.</translation>
    </message>
    <message>
        <source>Thinks at length before it answers; puzzles, mathematics, planning.</source>
        <translation>Denkt lange nach, bevor es antwortet; Rätsel, Mathematik, Planung.</translation>
    </message>
    <message>
        <source>This answer failed in Open WebUI.</source>
        <translation>Diese Antwort ist in Open WebUI fehlgeschlagen.</translation>
    </message>
    <message>
        <source>This backup is incomplete or was changed. Nothing was restored.</source>
        <translation>Diese Sicherung ist unvollständig oder wurde verändert. Nichts wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>This chat is no longer there.</source>
        <translation>Diesen Chat gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This collection is no longer there.</source>
        <translation>Diese Sammlung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>This document is no longer in Hearth.</source>
        <translation>Dieses Dokument ist nicht mehr in Hearth.</translation>
    </message>
    <message>
        <source>This file changed or vanished while it was read.</source>
        <translation>Diese Datei wurde während des Lesens geändert oder ist verschwunden.</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>Diese Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This file is damaged, cut short, or not what its name says.</source>
        <translation>Diese Datei ist beschädigt, unvollständig oder nicht das, was ihr Name sagt.</translation>
    </message>
    <message>
        <source>This file is nested too deeply, as files made to do harm are.</source>
        <translation>Diese Datei ist zu tief verschachtelt, wie Dateien, die Schaden anrichten sollen.</translation>
    </message>
    <message>
        <source>This file is no longer where it was.</source>
        <translation>Diese Datei ist nicht mehr da, wo sie war.</translation>
    </message>
    <message>
        <source>This file is protected with a password or by its publisher.</source>
        <translation>Diese Datei ist durch ein Passwort oder ihren Herausgeber geschützt.</translation>
    </message>
    <message>
        <source>This file is too large, or unpacks to far more than its size.</source>
        <translation>Diese Datei ist zu groß oder wird beim Entpacken viel größer, als sie ist.</translation>
    </message>
    <message>
        <source>This folder holds more than 200,000 files. Those beyond are not read.</source>
        <translation>Dieser Ordner enthält mehr als 200.000 Dateien. Die übrigen werden nicht gelesen.</translation>
    </message>
    <message>
        <source>This is no longer remembered.</source>
        <translation>Das ist nicht mehr im Gedächtnis.</translation>
    </message>
    <message>
        <source>This is the only way to open the profile, so it stays.</source>
        <translation>Das ist der einzige Zugang zum Profil, deshalb bleibt er.</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>Diese Nachricht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This message is too long for “{model}”: about {needed} tokens, and there is room for {room}.</source>
        <translation>Diese Nachricht ist zu lang für „{model}“: Sie hat etwa {needed} Token, Platz ist für {room}.</translation>
    </message>
    <message>
        <source>This model cannot see images, so it did not see {0} from earlier in the chat.</source>
        <translation>Dieses Modell kann keine Bilder sehen; {0} von weiter oben im Chat hat es deshalb nicht gesehen.</translation>
    </message>
    <message>
        <source>This persona is no longer there.</source>
        <translation>Diese Persona gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This profile is already open in another Hearth.</source>
        <translation>Dieses Profil ist schon in einem anderen Hearth geöffnet.</translation>
    </message>
    <message>
        <source>This profile is locked.</source>
        <translation>Dieses Profil ist gesperrt.</translation>
    </message>
    <message>
        <source>This profile is not opened this way.</source>
        <translation>Dieses Profil wird nicht auf diese Weise geöffnet.</translation>
    </message>
    <message>
        <source>This profile is older than when it was last closed: it was put back, or recent changes were lost.</source>
        <translation>Dieses Profil ist älter als beim letzten Schließen: Es wurde zurückgesetzt oder letzte Änderungen gingen verloren.</translation>
    </message>
    <message>
        <source>This profile needs its passphrase, and there is no terminal to type it on.</source>
        <translation>Dieses Profil braucht seine Passphrase, aber es gibt kein Terminal, um sie einzugeben.</translation>
    </message>
    <message>
        <source>This profile was written by a newer version of Hearth. Nothing was changed.</source>
        <translation>Dieses Profil wurde von einer neueren Version von Hearth geschrieben. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>This prompt is no longer there.</source>
        <translation>Diesen Prompt gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This session keeps nothing, so there is nothing to back up or to check.</source>
        <translation>Diese Sitzung speichert nichts, deshalb gibt es nichts zu sichern oder zu prüfen.</translation>
    </message>
    <message>
        <source>This transcript is no longer there.</source>
        <translation>Dieses Transkript gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Thorough reasoning and writing for strong graphics cards.</source>
        <translation>Gründliches Denken und Schreiben für starke Grafikkarten.</translation>
    </message>
    <message>
        <source>Tiny and quick, made for Japanese.</source>
        <translation>Winzig und schnell, für Japanisch gemacht.</translation>
    </message>
    <message>
        <source>Tiny; for trying things out and for very old machines.</source>
        <translation>Winzig; zum Ausprobieren und für sehr alte Rechner.</translation>
    </message>
    <message>
        <source>Today’s budget of {limit} tokens is used up.</source>
        <translation>Das heutige Budget von {limit} Token ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Told about the tray</source>
        <translation>Über den Infobereich informiert</translation>
    </message>
    <message>
        <source>Told to the model at the start of every chat, for example how you like your answers.</source>
        <translation>Wird dem Modell am Anfang jedes Chats gesagt, zum Beispiel, wie du Antworten magst.</translation>
    </message>
    <message>
        <source>Trained further on Japanese at Tokyo&apos;s Institute of Science; knowledge, translation and long texts.</source>
        <translation>An Tokios Institute of Science mit Japanisch weitertrainiert; Wissen, Übersetzung und lange Texte.</translation>
    </message>
    <message>
        <source>Trained further on Japanese; natural conversation and writing in Japanese.</source>
        <translation>Mit Japanisch weitertrainiert; natürliche Unterhaltung und Schreiben auf Japanisch.</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Translate into English:</source>
        <translation>Übersetze ins Englische:</translation>
    </message>
    <message>
        <source>Translate into Spanish, formally:</source>
        <translation>Übersetze ins Spanische, förmlich:</translation>
    </message>
    <message>
        <source>Translate this into {{language|English|German|Spanish|French|Italian|Portuguese|Dutch|Polish|Ukrainian|Turkish|Arabic|Hindi|Japanese|Korean|Chinese}}. Keep tone and formatting, and answer with the translation alone.

{{text}}</source>
        <translation>Übersetze das in diese Sprache: {{language|Deutsch|Englisch|Spanisch|Französisch|Italienisch|Portugiesisch|Niederländisch|Polnisch|Ukrainisch|Türkisch|Arabisch|Hindi|Japanisch|Koreanisch|Chinesisch}}. Behalte Ton und Formatierung bei und antworte nur mit der Übersetzung.

{{text}}</translation>
    </message>
    <message>
        <source>Translate what you say into</source>
        <translation>Gesagtes übersetzen in</translation>
    </message>
    <message>
        <source>Translates, and says so where a word has no match</source>
        <translation>Übersetzt und sagt, wo ein Wort nicht passt</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>Übersetzer</translation>
    </message>
    <message>
        <source>Tried in this order when the chosen model fails or is missing.</source>
        <translation>Der Reihe nach versucht, wenn das gewählte Modell versagt oder fehlt.</translation>
    </message>
    <message>
        <source>Try again later; if it stays like this, Hearth needs an update.</source>
        <translation>Versuche es später erneut; wenn es so bleibt, braucht Hearth eine Aktualisierung.</translation>
    </message>
    <message>
        <source>Try again, or choose another model.</source>
        <translation>Versuche es erneut oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, install Ollama from its own page and start it; Hearth will find it.</source>
        <translation>Versuche es erneut. Wenn es wieder passiert, installiere Ollama von seiner eigenen Seite und starte es; Hearth findet es dann.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, something changes your downloads: do not use them.</source>
        <translation>Versuche es erneut. Wenn es wieder passiert, verändert etwas deine Downloads: Verwende sie nicht.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, run “hearth doctor”.</source>
        <translation>Versuche es erneut; wenn es wieder passiert, führe „hearth doctor“ aus.</translation>
    </message>
    <message>
        <source>Try again; the details below say more.</source>
        <translation>Versuche es erneut; mehr steht in den Details unten.</translation>
    </message>
    <message>
        <source>Turn thinking off for this chat, or choose a thinking model.</source>
        <translation>Schalte das Nachdenken für diesen Chat aus oder wähle ein Modell, das nachdenkt.</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>Tutor</translation>
    </message>
    <message>
        <source>Type a question first.</source>
        <translation>Gib zuerst eine Frage ein.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperre es und versuche es erneut.</translation>
    </message>
    <message>
        <source>Unlock with the keyring at start</source>
        <translation>Mit Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>Unlock with your passphrase or recovery key, or start and unlock the system keyring and try again.</source>
        <translation>Entsperre mit deiner Passphrase oder dem Wiederherstellungsschlüssel. Oder starte und entsperre den Schlüsselbund und versuche es erneut.</translation>
    </message>
    <message>
        <source>Update Hearth, then open the profile again.</source>
        <translation>Aktualisiere Hearth und öffne das Profil dann noch einmal.</translation>
    </message>
    <message>
        <source>Update Ollama from its app or from its download page, start it again and press Retry.</source>
        <translation>Aktualisiere Ollama über seine App oder Download-Seite, starte es neu und klicke auf „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Use Hearth’s own Ollama</source>
        <translation>Hearths eigenes Ollama verwenden</translation>
    </message>
    <message>
        <source>Use an Ollama on another computer, or another model server; both are set up under Settings.</source>
        <translation>Verwende ein Ollama auf einem anderen Computer oder einen anderen Modellserver; beides richtest du in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>Use another backup. Your present profile was not touched.</source>
        <translation>Verwende eine andere Sicherung. Dein jetziges Profil wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>Use letters, digits and - _ . only, with a colon before the variant, for example my-model:latest.</source>
        <translation>Verwende nur Buchstaben, Ziffern und - _ . sowie einen Doppelpunkt vor der Variante, zum Beispiel mein-modell:latest.</translation>
    </message>
    <message>
        <source>Use the passphrase, the system keyring or the recovery key that was set up for it.</source>
        <translation>Verwende die Passphrase, den Schlüsselbund des Systems oder den Wiederherstellungsschlüssel, die dafür eingerichtet sind.</translation>
    </message>
    <message>
        <source>Use the window that is already open, or close it first.</source>
        <translation>Verwende das schon offene Fenster oder schließe es zuerst.</translation>
    </message>
    <message>
        <source>Very accurate; some find it steadier than its successor.</source>
        <translation>Sehr genau; manche finden es verlässlicher als seinen Nachfolger.</translation>
    </message>
    <message>
        <source>Very quick; simple questions and summaries.</source>
        <translation>Sehr schnell; einfache Fragen und Zusammenfassungen.</translation>
    </message>
    <message>
        <source>Very small and quick; short answers and simple rewriting, even on old laptops.</source>
        <translation>Sehr klein und schnell; kurze Antworten und einfaches Umschreiben, selbst auf alten Laptops.</translation>
    </message>
    <message>
        <source>Voice notes keep</source>
        <translation>Von Sprachnotizen behalten</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Wait a moment and press Retry.</source>
        <translation>Warte einen Moment und klicke auf „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Wait for the first word</source>
        <translation>Auf das erste Wort warten</translation>
    </message>
    <message>
        <source>Wait for you to finish</source>
        <translation>Dich ausreden lassen</translation>
    </message>
    <message>
        <source>Wait in mid-answer</source>
        <translation>Mitten in der Antwort warten</translation>
    </message>
    <message>
        <source>Wait until the program that writes it has finished, then read it again.</source>
        <translation>Warte, bis das Programm, das sie schreibt, fertig ist, und lies sie dann erneut.</translation>
    </message>
    <message>
        <source>Wait {wait_s} seconds and press Retry.</source>
        <translation>Warte {wait_s} Sekunden und klicke auf „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Wake phrases</source>
        <translation>Aktivierungsphrasen</translation>
    </message>
    <message>
        <source>What answers at {address} is not a Chroma server that Hearth can use.</source>
        <translation>Was unter {address} antwortet, ist kein Chroma-Server, den Hearth nutzen kann.</translation>
    </message>
    <message>
        <source>What came from {host} is not what it should be, so it was thrown away.</source>
        <translation>Was von {host} kam, ist nicht das, was es sein sollte, und wurde deshalb verworfen.</translation>
    </message>
    <message>
        <source>What does this error mean, and how do I mend it?</source>
        <translation>Was bedeutet dieser Fehler, und wie behebe ich ihn?</translation>
    </message>
    <message>
        <source>What is the difference in tone between these two phrases?</source>
        <translation>Wie unterscheiden sich diese beiden Formulierungen im Ton?</translation>
    </message>
    <message>
        <source>What is weak in this paragraph?</source>
        <translation>Was ist an diesem Absatz schwach?</translation>
    </message>
    <message>
        <source>What it means, in plain words</source>
        <translation>Was es bedeutet, in einfachen Worten</translation>
    </message>
    <message>
        <source>What was saved is safe. Please report what you did and the details below.</source>
        <translation>Gespeichertes ist sicher. Bitte melde, was du getan hast, zusammen mit den Details unten.</translation>
    </message>
    <message>
        <source>What would you like to understand today?</source>
        <translation>Was möchtest du heute verstehen?</translation>
    </message>
    <message>
        <source>What you said could not be translated, so it stays as you said it.</source>
        <translation>Was du gesagt hast, ließ sich nicht übersetzen und bleibt so, wie du es gesagt hast.</translation>
    </message>
    <message>
        <source>What you say to begin, such as “hey Hearth”. Two or more words work best.</source>
        <translation>Was du zu Beginn sagst, etwa „Hey Hearth“. Am besten sind zwei oder mehr Wörter.</translation>
    </message>
    <message>
        <source>When the profile has a keyring key, open it without asking. Off: always show the unlock page.</source>
        <translation>Das Profil beim Start ohne Nachfrage öffnen, wenn es einen Zugang über den Schlüsselbund hat. Aus: immer die Entsperrseite zeigen.</translation>
    </message>
    <message>
        <source>Which text shall I translate, and into which language?</source>
        <translation>Welchen Text soll ich übersetzen, und in welche Sprache?</translation>
    </message>
    <message>
        <source>Window geometry</source>
        <translation>Fenstergeometrie</translation>
    </message>
    <message>
        <source>With which Hearth hears you.</source>
        <translation>Damit hört Hearth dich.</translation>
    </message>
    <message>
        <source>Write a function that</source>
        <translation>Schreib eine Funktion, die</translation>
    </message>
    <message>
        <source>Write it down as spoken and use “Translate…”, or install “small” or “medium” under Models › Speech.</source>
        <translation>Transkribiere wie gesprochen und verwende „Übersetzen&#xa0;…“, oder installiere „small“ oder „medium“ unter Modelle › Spracherkennung.</translation>
    </message>
    <message>
        <source>Writer’s editor</source>
        <translation>Lektor</translation>
    </message>
    <message>
        <source>Writes and explains programs.</source>
        <translation>Schreibt und erklärt Programme.</translation>
    </message>
    <message>
        <source>Writes larger programs, quickly; needs plenty of memory.</source>
        <translation>Schreibt schnell größere Programme; braucht reichlich Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Writes well in many languages and understands pictures.</source>
        <translation>Schreibt in vielen Sprachen gut und versteht Bilder.</translation>
    </message>
    <message>
        <source>You are a careful senior programmer. Give working code first, then a short explanation of what is not obvious.
Use the language, version and style of the code you are shown. Handle errors and edge cases; invent no functions or options, and say so when you are not sure that one exists.
When you review, name the faults by how much they matter, with the line and a fix. When a question lacks what you need, ask for it in one sentence.
Put code in fenced blocks with their language.</source>
        <translation>Du bist ein sorgfältiger, erfahrener Programmierer. Gib zuerst funktionierenden Code und dann eine kurze Erklärung dessen, was nicht offensichtlich ist.
Verwende Sprache, Version und Stil des Codes, den man dir zeigt. Behandle Fehler und Grenzfälle; erfinde keine Funktionen oder Optionen, und sag es, wenn du nicht sicher bist, dass es sie gibt.
Wenn du Code prüfst, nenne die Mängel nach Gewicht geordnet, mit der Zeile und einer Lösung. Fehlt in einer Frage etwas, das du brauchst, frag in einem Satz danach.
Setze Code in Codeblöcke mit Angabe der Sprache.</translation>
    </message>
    <message>
        <source>You are a patient tutor. Find out what the learner knows already, then build on it.
Explain one idea at a time, in plain words, with one concrete example. Define a technical term when you first use it.
For exercises, give a hint before the solution and let the learner try. When an answer is wrong, say kindly what is right about it and where it goes astray.
End with one short question that checks understanding. When you are not sure of a fact, say so.</source>
        <translation>Du bist ein geduldiger Tutor. Finde heraus, was schon bekannt ist, und baue darauf auf.
Erkläre einen Gedanken nach dem anderen, in einfachen Worten und mit einem konkreten Beispiel. Erkläre einen Fachbegriff, wenn du ihn zum ersten Mal verwendest.
Gib bei Übungen vor der Lösung einen Hinweis und lass dein Gegenüber es versuchen. Ist eine Antwort falsch, sag freundlich, was daran richtig ist und wo sie vom Weg abkommt.
Schließe mit einer kurzen Frage, die das Verständnis prüft. Wenn du dir bei einer Tatsache nicht sicher bist, sag es.</translation>
    </message>
    <message>
        <source>You are a professional translator. Answer with the translation alone unless you are asked for more.
Keep meaning, tone and formatting: headings, lists, Markdown, code and placeholders such as {name} stay as they are. Do not translate names, and do not add or leave out anything.
If no language is named, translate into the language of the owner&apos;s last message, or into English if the text is in that language already.
Where a phrase has no good match or could mean two things, add one line “Note:” at the end.</source>
        <translation>Du bist ein professioneller Übersetzer. Antworte nur mit der Übersetzung, außer man bittet dich um mehr.
Behalte Bedeutung, Ton und Formatierung bei: Überschriften, Listen, Markdown, Code und Platzhalter wie {name} bleiben, wie sie sind. Übersetze keine Namen, füge nichts hinzu und lass nichts weg.
Wird keine Sprache genannt, übersetze in die Sprache der letzten Nachricht, oder ins Englische, wenn der Text schon in dieser Sprache ist.
Wo ein Ausdruck keine gute Entsprechung hat oder zweierlei bedeuten könnte, füge am Ende eine Zeile „Anmerkung:“ hinzu.</translation>
    </message>
    <message>
        <source>You are an experienced editor. The writer&apos;s voice and intent come first: improve, do not replace.
When you are given a text, answer in its language. Begin with one sentence on what works, then name the two or three changes that would help most, then give the edited text.
Change no facts, add no claims, and keep names, figures and quotations as they are. Where the meaning is unclear, ask instead of guessing.
Prefer short sentences, concrete words and active verbs.</source>
        <translation>Du bist ein erfahrener Lektor. Stimme und Absicht des Autors haben Vorrang: verbessern, nicht ersetzen.
Wenn man dir einen Text gibt, antworte in seiner Sprache. Beginne mit einem Satz darüber, was gelungen ist, nenne dann die zwei oder drei Änderungen, die am meisten helfen würden, und gib danach den überarbeiteten Text.
Ändere keine Fakten, füge keine Behauptungen hinzu, und lass Namen, Zahlen und Zitate, wie sie sind. Wo die Bedeutung unklar ist, frag nach, statt zu raten.
Zieh kurze Sätze, konkrete Wörter und aktive Verben vor.</translation>
    </message>
    <message>
        <source>Your documents do not hold the answer to this: nothing in them is near enough to the question.</source>
        <translation>Deine Dokumente enthalten die Antwort darauf nicht: Nichts darin passt gut genug zur Frage.</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Deine Wörter</translation>
    </message>
    <message>
        <source>a name is missing</source>
        <translation>Ein Name fehlt</translation>
    </message>
    <message>
        <source>a newer version of Hearth wrote it. Update Hearth first.</source>
        <translation>Eine neuere Version von Hearth hat sie geschrieben. Aktualisiere zuerst Hearth.</translation>
    </message>
    <message>
        <source>a number is too long</source>
        <translation>Eine Zahl ist zu lang</translation>
    </message>
    <message>
        <source>access was denied</source>
        <translation>Der Zugriff wurde verweigert.</translation>
    </message>
    <message>
        <source>it cannot be read ({0}).</source>
        <translation>Die Datei kann nicht gelesen werden ({0}).</translation>
    </message>
    <message>
        <source>it did not answer within {0} seconds.</source>
        <translation>Er hat nicht innerhalb von {0} Sekunden geantwortet.</translation>
    </message>
    <message>
        <source>it does not give back what it was given.</source>
        <translation>Er gibt nicht zurück, was ihm gegeben wurde.</translation>
    </message>
    <message>
        <source>it holds more than {0} entries.</source>
        <translation>Sie enthält mehr als {0} Einträge.</translation>
    </message>
    <message>
        <source>it holds personas. Import it on the page “Personas”.</source>
        <translation>Sie enthält Personas. Importiere sie auf der Seite „Personas“.</translation>
    </message>
    <message>
        <source>it holds prompts. Import it on the page “Prompts”.</source>
        <translation>Sie enthält Prompts. Importiere sie auf der Seite „Prompts“.</translation>
    </message>
    <message>
        <source>it is damaged, or not a file that Hearth wrote.</source>
        <translation>Die Datei ist beschädigt oder wurde nicht von Hearth geschrieben.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>it is far larger than such a file can be.</source>
        <translation>Sie ist viel größer, als eine solche Datei sein kann.</translation>
    </message>
    <message>
        <source>it is larger than {0} MB.</source>
        <translation>Die Datei ist größer als {0}&#xa0;MB.</translation>
    </message>
    <message>
        <source>it is locked.</source>
        <translation>Er ist gesperrt.</translation>
    </message>
    <message>
        <source>it is not a file that Hearth wrote.</source>
        <translation>Die Datei wurde nicht von Hearth geschrieben.</translation>
    </message>
    <message>
        <source>it is not a text file (byte {0} is no {1}).</source>
        <translation>Es ist keine Textdatei (Byte {0} ist kein {1}).</translation>
    </message>
    <message>
        <source>it is not a text file.</source>
        <translation>Es ist keine Textdatei.</translation>
    </message>
    <message>
        <source>it is not the keyring that this profile was made with.</source>
        <translation>Es ist nicht der Schlüsselbund, mit dem dieses Profil erstellt wurde.</translation>
    </message>
    <message>
        <source>it no longer holds the key of this profile.</source>
        <translation>Er enthält den Schlüssel dieses Profils nicht mehr.</translation>
    </message>
    <message>
        <source>it reported an error.</source>
        <translation>Er hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>it was written by a newer Hearth; update Hearth first.</source>
        <translation>Die Datei wurde von einem neueren Hearth geschrieben; aktualisiere zuerst Hearth.</translation>
    </message>
    <message>
        <source>one of its personas has no name.</source>
        <translation>Eine ihrer Personas hat keinen Namen.</translation>
    </message>
    <message>
        <source>one of its prompts has no name.</source>
        <translation>Einer ihrer Prompts hat keinen Namen.</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>Die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>the JSON is broken</source>
        <translation>Das JSON ist fehlerhaft</translation>
    </message>
    <message>
        <source>the JSON is nested too deeply</source>
        <translation>Das JSON ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>Die Festplatte hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>the file ends in the middle</source>
        <translation>Die Datei hört mittendrin auf</translation>
    </message>
    <message>
        <source>the one that is set up does not encrypt what it keeps.</source>
        <translation>Der eingerichtete verschlüsselt nicht, was er aufbewahrt.</translation>
    </message>
    <message>
        <source>the one that this profile names is not known to encrypt.</source>
        <translation>Bei dem Schlüsselbund, den dieses Profil nennt, ist nicht bekannt, ob er verschlüsselt.</translation>
    </message>
    <message>
        <source>the one that this profile was made with is not running.</source>
        <translation>Der Schlüsselbund, mit dem dieses Profil erstellt wurde, läuft nicht.</translation>
    </message>
    <message>
        <source>the system refused it</source>
        <translation>Das System hat es abgelehnt</translation>
    </message>
    <message>
        <source>there are no chats in it that Hearth knows.</source>
        <translation>Sie enthält keine Chats, die Hearth kennt.</translation>
    </message>
    <message>
        <source>there is more behind the end</source>
        <translation>Hinter dem Ende folgt noch etwas</translation>
    </message>
    <message>
        <source>there is no JSON array or object</source>
        <translation>Es gibt kein JSON-Array oder -Objekt</translation>
    </message>
    <message>
        <source>there is no file with conversations in this ZIP.</source>
        <translation>In diesem ZIP ist keine Datei mit Unterhaltungen.</translation>
    </message>
    <message>
        <source>there is no file “{0}”</source>
        <translation>Es gibt keine Datei „{0}“</translation>
    </message>
    <message>
        <source>there is none on this computer.</source>
        <translation>Auf diesem Computer gibt es keinen.</translation>
    </message>
    <message>
        <source>there is nothing in it.</source>
        <translation>Es ist nichts darin.</translation>
    </message>
    <message>
        <source>they are read-only</source>
        <translation>Sie sind schreibgeschützt.</translation>
    </message>
    <message>
        <source>they cannot be opened</source>
        <translation>Sie lassen sich nicht öffnen.</translation>
    </message>
    <message>
        <source>this ZIP holds {0} files; no export does.</source>
        <translation>Dieses ZIP enthält {0} Dateien; das hat kein Export.</translation>
    </message>
    <message>
        <source>this ZIP is damaged or incomplete.</source>
        <translation>Dieses ZIP ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>this disk keeps no WAL</source>
        <translation>Dieser Datenträger unterstützt kein WAL.</translation>
    </message>
    <message>
        <source>what it holds for this profile was changed.</source>
        <translation>Was er für dieses Profil aufbewahrt, wurde verändert.</translation>
    </message>
    <message>
        <source>{0} could not be understood ({1}).</source>
        <translation>{0} war nicht zu verstehen ({1}).</translation>
    </message>
    <message>
        <source>{0} holds a message of more than {1} characters.</source>
        <translation>{0} enthält eine Nachricht mit mehr als {1} Zeichen.</translation>
    </message>
    <message>
        <source>{0} holds no messages.</source>
        <translation>{0} enthält keine Nachrichten.</translation>
    </message>
    <message>
        <source>{0} is in a form that Hearth does not know.</source>
        <translation>{0} hat eine Form, die Hearth nicht kennt.</translation>
    </message>
    <message>
        <source>{command}</source>
        <translation>{command}</translation>
    </message>
    <message>
        <source>{host} could not be reached, or the connection broke off.</source>
        <translation>{host} war nicht erreichbar oder die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>{host} wanted to send Hearth on to {target}, so nothing was fetched.</source>
        <translation>{host} wollte Hearth an {target} weiterleiten, deshalb wurde nichts geholt.</translation>
    </message>
    <message>
        <source>{library} is missing on this computer.</source>
        <translation>{library} fehlt auf diesem Computer.</translation>
    </message>
    <message>
        <source>“Ask” proposes what it noticed, “automatic” keeps it at once. Private chats are never used.</source>
        <translation>„Mich fragen“ schlägt vor, was Hearth aufgefallen ist; „Automatisch“ merkt es sofort. Private Chats werden nie verwendet.</translation>
    </message>
    <message>
        <source>“Automatic” compares exactly, and lets Chroma take over where that pays.</source>
        <translation>„Automatisch“ vergleicht exakt und überlässt Chroma die Arbeit, wo es sich lohnt.</translation>
    </message>
    <message>
        <source>“Automatic” lets any speech interrupt where the echo test passed, else “stop” and the key.</source>
        <translation>„Automatisch“: Alles Gesagte unterbricht, wenn der Echotest bestanden ist, sonst nur „Stopp“ und die Sprechtaste.</translation>
    </message>
    <message>
        <source>“Automatic” shows it where this computer is quick enough.</source>
        <translation>„Automatisch“ zeigt ihn, wenn dieser Computer schnell genug ist.</translation>
    </message>
    <message>
        <source>“Automatic” tries the graphics card once, keeps what is faster.</source>
        <translation>„Automatisch“ probiert die Grafikkarte einmal aus und nimmt, was schneller ist.</translation>
    </message>
    <message>
        <source>“Automatic”: the best one that is quick enough here.</source>
        <translation>„Automatisch“: das beste, das hier schnell genug ist.</translation>
    </message>
    <message>
        <source>“Spoken” reads the answers to what you said, not to what you typed.</source>
        <translation>„Auf Gesprochenes“ liest Antworten auf das vor, was du gesagt hast, nicht auf Getipptes.</translation>
    </message>
    <message>
        <source>“Stop”, “louder”, “repeat” and others work at once, without a model.</source>
        <translation>„Stopp“, „lauter“, „wiederholen“ und andere wirken sofort, ohne Modell.</translation>
    </message>
    <message>
        <source>“System” follows the light or dark mode of your desktop.</source>
        <translation>„System“ folgt dem hellen oder dunklen Modus deines Desktops.</translation>
    </message>
    <message>
        <source>“{0}” in this ZIP is damaged or encrypted.</source>
        <translation>„{0}“ in diesem ZIP ist beschädigt oder verschlüsselt.</translation>
    </message>
    <message>
        <source>“{0}” in this ZIP unpacks to far more than an export holds.</source>
        <translation>„{0}“ in diesem ZIP ergibt entpackt viel mehr, als ein Export enthält.</translation>
    </message>
    <message>
        <source>“{0}” is kept on the Open WebUI server and was not part of the export.</source>
        <translation>„{0}“ liegt auf dem Server von Open WebUI und war nicht Teil des Exports.</translation>
    </message>
    <message>
        <source>“{0}” is not a whole path</source>
        <translation>„{0}“ ist kein vollständiger Pfad</translation>
    </message>
    <message>
        <source>“{0}” was damaged and is not here.</source>
        <translation>„{0}“ war beschädigt und fehlt hier.</translation>
    </message>
    <message>
        <source>“{0}” was not part of the export.</source>
        <translation>„{0}“ war nicht Teil des Exports.</translation>
    </message>
    <message>
        <source>“{device}” could not be used for sound.</source>
        <translation>„{device}“ ließ sich nicht für Ton verwenden.</translation>
    </message>
    <message>
        <source>“{model}” cannot do this.</source>
        <translation>„{model}“ kann das nicht.</translation>
    </message>
    <message>
        <source>“{model}” cannot see images.</source>
        <translation>„{model}“ kann keine Bilder sehen.</translation>
    </message>
    <message>
        <source>“{model}” cannot show its thinking.</source>
        <translation>„{model}“ kann sein Nachdenken nicht zeigen.</translation>
    </message>
    <message>
        <source>“{model}” cannot use tools.</source>
        <translation>„{model}“ kann keine Werkzeuge nutzen.</translation>
    </message>
    <message>
        <source>“{model}” did not begin to answer within {wait_s} seconds.</source>
        <translation>„{model}“ hat nicht innerhalb von {wait_s} Sekunden zu antworten begonnen.</translation>
    </message>
    <message>
        <source>“{model}” is being downloaded.</source>
        <translation>„{model}“ wird gerade heruntergeladen.</translation>
    </message>
    <message>
        <source>“{model}” runs on somebody else’s computer, so nothing was sent to it.</source>
        <translation>„{model}“ läuft auf einem fremden Computer, deshalb wurde nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{name}” cannot be used: {reason}</source>
        <translation>„{name}“ ist nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>“{name}” could not be imported: {reason}</source>
        <translation>„{name}“ konnte nicht importiert werden: {reason}</translation>
    </message>
    <message>
        <source>“{name}” could not be written: {reason}.</source>
        <translation>„{name}“ konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” holds characters that nobody sees ({count}); they were left out, as they may be meant to mislead a model.</source>
        <translation>„{name}“ enthält Zeichen, die niemand sieht ({count}); sie wurden weggelassen, da sie womöglich ein Modell in die Irre führen sollen.</translation>
    </message>
    <message>
        <source>“{name}” holds no sound that Hearth can read.</source>
        <translation>„{name}“ enthält keinen Ton, den Hearth lesen kann.</translation>
    </message>
    <message>
        <source>“{name}” is no folder that Hearth can read.</source>
        <translation>„{name}“ ist kein Ordner, den Hearth lesen kann.</translation>
    </message>
    <message>
        <source>“{name}” is too long to be read whole: the model got its beginning, and the passages further on that are near to the question.</source>
        <translation>„{name}“ ist zu lang, um ganz gelesen zu werden: Das Modell erhielt den Anfang und die weiteren Textstellen, die zur Frage passen.</translation>
    </message>
    <message>
        <source>“{name}” must lie between {least} and {most}.</source>
        <translation>„{name}“ muss zwischen {least} und {most} liegen.</translation>
    </message>
    <message>
        <source>“{name}” was not attached: {reason}</source>
        <translation>„{name}“ wurde nicht angehängt: {reason}</translation>
    </message>
    <message>
        <source>“{name}”, page {page}</source>
        <translation>„{name}“, Seite {page}</translation>
    </message>
    <message>
        <source>“{name}”, part {page}</source>
        <translation>„{name}“, Teil {page}</translation>
    </message>
    <message>
        <source>“{name}”, slide {page}</source>
        <translation>„{name}“, Folie {page}</translation>
    </message>
    <message>
        <source>“{name}”, {page}</source>
        <translation>„{name}“, {page}</translation>
    </message>
    <message>
        <source>“{title}” cannot be set to that: {reason}</source>
        <translation>„{title}“ kann nicht so eingestellt werden: {reason}</translation>
    </message>
    <message>
        <source>“{used}” answered instead of “{wanted}”. {reason}</source>
        <translation>„{used}“ hat anstelle von „{wanted}“ geantwortet. {reason}</translation>
    </message>
    <message>
        <source>‹hidden: {0}›</source>
        <translation>‹verborgen: {0}›</translation>
    </message>
    <message>
        <source>‹{0} hidden signs›</source>
        <translation>‹{0} verborgene Zeichen›</translation>
    </message>
</context>
</TS>

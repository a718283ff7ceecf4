<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again (right-click to choose the model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Consequential acts are recorded here. Nothing in this list can be changed or removed unnoticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every entry is as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list was tampered with. Restore a backup that you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile was closed ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile was backed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A door to {0} was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The door to {0} was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting {0} was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase and keyring together are required now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new recovery key was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A way to open the profile was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile was renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything was encrypted anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chats were deleted because their time was over.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were exported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were imported from {0}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The download of {0} began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download of {0} ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computer went to sleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddModelDialog</name>
    <message>
        <source>Add another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example “mistral:7b”, or “hf.co/…” for Hugging Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is asked of anybody before you press “Download”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama can download any model of its own library, and any GGUF model of Hugging Face. Type its name as it stands on its page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama would download it from {0}. How large it is shows when the download begins.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits the graphics card ({0} of {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs partly on the graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs {0} of your {1} of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quickest of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A good balance of speed and quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best answers that this computer can give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for Japanese.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably writes faster than you read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably writes about as fast as you read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably writes slower than you read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>{0}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0} seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentIntake</name>
    <message>
        <source>it is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a picture that Hearth can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture has too many pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its text is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither a picture nor a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Attached: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BusyButton</name>
    <message>
        <source>%1. Press to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatCommands</name>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chats deleted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats with {0} were imported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder deleted. Its chats were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import chats from Hearth, ChatGPT or Open WebUI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this chat is written to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two models…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Compare two models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the names of the models, and which is which, until you have voted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Choose two models to compare first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other model has answered this question yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonColumn</name>
    <message>
        <source>Stop this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting · {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens/s · {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped · {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparison of two answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can vote when both answers are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither model could answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one model could answer: there is nothing to vote about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both answers are finished. Keys 1 to 4 vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which answer is better? The names of the models are shown after your vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which answer is better?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You found both good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You found both bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You prefer {0}. The chat goes on with its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The vote is not kept: this chat is private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask something privately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private chat. Nothing of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message takes %1 attachments; the rest was left out. Send them with the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and texts (*.png *.jpg *.jpeg *.webp *.gif *.txt *.md *.csv *.json *.py);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attachments are still being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>Context window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the model’s context window is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens of the context window are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens are used. Older messages will soon be summarised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens, the window holds %2. Older messages are summarised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last answer came at %1 tokens a second.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationTree</name>
    <message>
        <source>Private, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer is being written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1 code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Personal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You type it each time. Without it, or the recovery key, nobody reads your chats. Not even you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the system keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens by itself while you are logged in. Whoever can use your account can open it, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With both together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase, and only on this computer. The strongest, and the least forgiving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Hearth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your assistant, on your computer. Everything you write is kept here, encrypted, for you alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase needs at least {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the second one again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DesktopHint</name>
    <message>
        <source>Settings › Keyboard › View and Customise Shortcuts › Custom Shortcuts › Add. Give it one of the commands below and press the keys you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System Settings › Keyboard › Shortcuts › Add New › Command or Script. Give it one of the commands below and press the keys you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line to the configuration, in Sway for example: bindsym Ctrl+Mod1+space exec hearth toggle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your desktop’s keyboard settings, make a shortcut of your own for one of the commands below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskBar</name>
    <message>
        <source>Disk space that models take</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditInPlace</name>
    <message>
        <source>Change your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit your message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this chat is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this chat is ever written to the disk. It is gone when you close or lock Hearth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to talk about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write here is kept for you. No model reads it unless you ask one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Hearth</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase this profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in “{0}” will be gone for good: chats, attachments, settings and automatic backups. Type the name of the profile to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message>
        <source>Error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Hearth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that hold the words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at your computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth needs something that runs language models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama is a free program that does that, on this computer. Hearth can keep one of its own: in its own folder, started and ended with Hearth, closed to everybody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download Ollama (about {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download Hearth’s own instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The official archive from {0}. Hearth opens this connection for the download alone, and checks every byte against the published checksum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama is installed, but it is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth can start it for you and end it again when Hearth ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These fit this computer. You can add others, and remove this one, at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model of the list fits this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is too little free memory or disk space. A smaller one may still work, or another computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whatever you like. It stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0}. Licence: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the newest version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may go on using Hearth; the download continues by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting Ollama…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HardwareCard</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models take {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models use the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No models on the disk yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None that helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares the computer’s memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more, {0} together</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} free now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeyBackend</name>
    <message>
        <source>Another program uses this combination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one, or free it in that program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeyRow</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>You use this combination for another hotkey already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth’s own window uses this combination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here nobody tells when a key is let go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>These keys work while another program is in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change in the desktop’s settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HungQuestion</name>
    <message>
        <source>Hearth does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth is running, but it does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be busy for a moment. If it stays like this, end it and Hearth starts anew. What was saved is safe; text that you were still typing may be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>No keys: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: no keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter, then the new keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys. Escape keeps the old ones, Backspace removes them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>“{0}” is not a combination of keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typing would set this off. Add Ctrl, Alt or the Windows key, or take a function key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system or every program needs “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Each of these opens this profile. Keep at least one that you cannot lose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the system keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Require both…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the profile by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the profile while you are logged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase and keyring together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither opens the profile alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the day when everything else is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Require passphrase and keyring together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way in was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring opens this profile now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will no longer open this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your copy opens this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt everything anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your new recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}

The old one opens nothing any more, except backups made before. It is shown only now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Exported to “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as you type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n brought back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not written anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays on this computer and names models and settings, but no questions or answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of Hearth’s own Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MacosBackend</name>
    <message>
        <source>macOS cannot watch the key “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS does not let Hearth hear keys yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open System Settings › Privacy &amp; Security › Accessibility, switch Hearth on, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a model about this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show versions side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue in a new chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete from here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDeeds</name>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted, with everything below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Show more (%1 characters are not shown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole message (%1 characters are not shown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still writing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelDeeds</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only its entry goes; it runs on somebody else’s computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Hearth’s own Ollama?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is deleted. Its models stay, for when you install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} become free. You can download it again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}-mine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelDetail</name>
    <message>
        <source>Abilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth downloads {0} ({1}) from {2}, and opens connections to no others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a variant…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama downloads {0} ({1}) from {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama’s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fills gaps in code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finds by meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinks before it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uses tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, {0} of it on the graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelOrder</name>
    <message>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPopup</name>
    <message>
        <source>runs on another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models with a cloud run on somebody else’s computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model server answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed model is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install one in a terminal, for example with “ollama pull llama3.2:3b”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uses tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>many languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers, writes and explains in chats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns what you say into text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads answers aloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds passages by their meaning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large for this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough disk space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best choice for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits this computer comfortably.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits this computer, but leaves little room for anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs more memory than this computer has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs more disk space than is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked by Ollama against its registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known to Hearth; every byte is checked against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Known for %n files; for the others the host’s own is used</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not published beforehand; the host’s own is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs on somebody else’s computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelfileDialog</name>
    <message>
        <source>A Modelfile says on which model to build, what to tell it first, and how it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a model from a Modelfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and - _ . only; a colon before a variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my-model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add another model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create from a Modelfile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language that the model should know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chats use {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama does not answer, so its models are missing here. Files and the catalogue are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another word or language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0} is the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is ready.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Hearth connects to this computer only. Anything else needs a door that you open here, for one computer and one purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that you write can leave this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was refused since Hearth was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or address of the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No purpose was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the door to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  A connection to {1}, port {2}: no door to it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  Looking up the name {1}: no door to it is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoBackend</name>
    <message>
        <source>Keys cannot be watched on this screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a shortcut in your desktop’s settings that runs the command shown here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoModelCard</name>
    <message>
        <source>Until then you can search your chats and keep notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth has no model to ask yet: Ollama is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it up in a few steps. Hearth downloads it only after you have agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama is installed, but it is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it, or let the set-up do that. Hearth notices by itself when it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model server at {0} cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it runs there and that the address is right, or set up another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No language model is installed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The set-up advises models that fit this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{0}” is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it, or choose another model below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDesk</name>
    <message>
        <source>Note deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of a private chat is kept, so it cannot become a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as a note.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Hearth has something for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OllamaCard</name>
    <message>
        <source>Check for a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0}, only when you press the button; every byte is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth’s own Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install (about {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed, version {0}. Chats use another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed, version {0}. It is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be started. The log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended unexpectedly and is being started again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed, and not needed: Ollama {0} answers at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed. Ollama is a free program that runs language models on this computer; Hearth can keep one of its own, started and ended with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed. There is another Ollama on this computer, but it is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running, version {0}, at {1}. Closed to everybody but Hearth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update to {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find actions, chats, settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called like that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer letters or other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer with this model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number from {0} to {1}, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is strict, 1 lively, 2 wild</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that the model sees at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number makes answers repeatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of likely words to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of likely words to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 1 avoids repeating words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes in memory after use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParametersSection</name>
    <message>
        <source>Empty fields leave it to your settings and to the model. A persona’s own values come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all values that you set for this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these values for this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. It holds from the next answer on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Present passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four or five unrelated words are easy to keep and hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very easy to guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy to guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very hard to guess</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonaEditor</name>
    <message>
        <source>The model of the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line, shown where you choose who answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is told before every chat with this persona, after your own instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers in new chats with this persona, unless you choose another one there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in an empty chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to begin, one in each line. They are offered in an empty chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty field leaves it to the model and to your settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonaPicker</name>
    <message>
        <source>Persona: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonaPopup</name>
    <message>
        <source>Choose a persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit personas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain answers, no particular role</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonasPage</name>
    <message>
        <source>Personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers: instructions, a model and a manner under one name. Choose one in any chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A persona remembers how you want to be answered, so that you say it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No persona is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was deleted. Its chats stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the built-in personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All built-in personas are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas of Hearth (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personas.toml</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PortalBackend</name>
    <message>
        <source>Your desktop is being asked for this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your desktop lets no program watch keys by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a shortcut in your desktop’s settings that runs the command shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You did not allow this key when your desktop asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Try again”, or make a shortcut in your desktop’s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your desktop refused the key without a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your desktop has given this no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set one in your desktop’s settings, or choose another combination.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>An answer is ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One encrypted file with everything. It opens with the secrets that this profile has today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A readable file that is not encrypted. JSON keeps everything and can be imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase this profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its keys are destroyed first, so that nothing can bring it back, except backups you made yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chats exported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up and verified: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfilePages</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfilePicker</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Try it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer it in an empty chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer it for selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (filled by Hearth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you type in a chat to call it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line, shown in lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{name}} asks for a text, {{name=Ada}} begins with one, {{tone|formal|friendly}} offers a choice. {{text}} is a longer text; {{clipboard}}, {{selection}} and {{date}} fill themselves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptForm</name>
    <message>
        <source>Enter goes on, Shift+Enter breaks a line, Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptsPage</name>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offered in an empty chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offered for selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that you use again and again. Type “/” at the beginning of a message to call one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what you often ask, with gaps for what changes, and call it by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompt is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the built-in prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All built-in prompts are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts of Hearth (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompts.toml</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickBody</name>
    <message>
        <source>Hearth is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, and ask here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Hearth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask something privately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is long, so it is attached as a file. Type what to do with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else was copied since. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard now holds the answer. Paste it where the text was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get one in Hearth under “Models”. It is downloaded once and then runs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickChat</name>
    <message>
        <source>Hearth quick chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected, and no text was copied. Just type your question.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickHeader</name>
    <message>
        <source>Quick chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private: keep nothing of this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private quick chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickSession</name>
    <message>
        <source>This could not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadOnlyText</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open and set the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens “{0}”. Then choose a new passphrase; the recovery key stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase will open it alone; Settings › Keys can ask for the keyring again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase needs at least {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are good.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryCheck</name>
    <message>
        <source>Check the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the recovery key from your copy. Nothing is changed by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Your recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forget the passphrase or lose the keyring, this key is the only other way in. Nobody else has it, and Hearth shows it only now. Write it down or print it, and keep it away from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it once, to be sure that your copy is right (or do that later)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the same key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the key above, group by group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key of a Hearth profile. Keep it away from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be saved there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or write the key down.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is checked whole before anything is replaced. A profile that is there now is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase or recovery key at the time of the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking and restoring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>Conversation, %n messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Scroll the conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowTools</name>
    <message>
        <source>Scroll sideways</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>The screen could not be read. Allow Hearth to record the screen, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your desktop gave no picture of the screen. Take a screenshot with its own tool and paste it into the question.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenshotCrop</name>
    <message>
        <source>Choose a part of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move a rectangle, with Shift they change its size. Enter takes it, Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag over a part. Enter takes all of it, Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{0}”. Try fewer or other words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectableList</name>
    <message>
        <source>Copy selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionCard</name>
    <message>
        <source>Leave this text out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionPrompts</name>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix grammar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerRecords</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first one installed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys keyboard shortcut key combination hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>global keys quick chat selection screenshot talk other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup export erase delete profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doors connections internet refused host offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passphrase password recovery key keyring unlock vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audit record history log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsSearch</name>
    <message>
        <source>Found settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Add keys for “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} from “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys for “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} already belongs to “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Press one key together with Ctrl or Alt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press another key together with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your desktop uses these keys itself. Choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every text needs these keys for copying and editing. Choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is needed for writing and moving about. Press it together with Ctrl or Alt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys move about in texts. Choose others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsOverview</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Search commands and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the plus to give a command other keys; a command can have several.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New private chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders, tags and archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network and privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is empty. Chats that you archive are kept here, out of the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat has this tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all chats again, not only {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlashMenu</name>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter takes it, Esc keeps the text as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StorageBanner</name>
    <message>
        <source>The disk is full. What was saved is safe; nothing new is kept until there is room. Free some space, and Hearth goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingFold</name>
    <message>
        <source>Thinking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitleLine</name>
    <message>
        <source>Title of the chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message numerus="yes">
        <source>%n older messages stand in a summary now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{reason} Trying again ({attempt})…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} {used} answers instead of {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Jump to latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still writing: jump to latest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferList</name>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another download to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking that every byte is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quick chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Hearth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Hearth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth is listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth is writing an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth is speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth finds no model server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth is locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock with the system keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the older state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file of “{0}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” opens with your passphrase and the system keyring together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” opens with the system keyring or your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” opens with the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase of “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoteBar</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the chat, with the better answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (key {1})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowKeeper</name>
    <message>
        <source>Hearth goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is closed; the quick chat stays at hand. Settings › Desktop changes that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowsBackend</name>
    <message>
        <source>Windows cannot watch the key “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>You have not checked your copy of the recovery key yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New private chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find messages words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is ready in “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth does not open addresses of this kind: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>X11Backend</name>
    <message>
        <source>The X server does not answer, so no key can be watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Hearth anew within your desktop session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keyboard layout has no key “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_CommandRow</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ModelRows</name>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let your desktop press the keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Refusal</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_StrengthBar</name>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Tile</name>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete removes it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A German woman&apos;s voice; simple quality, very quick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Scottish woman&apos;s voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A calm American man&apos;s voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clear American woman&apos;s voice, as of audio books.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clear German man&apos;s voice; quick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A good balance of speed and accuracy for talking with the assistant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A man&apos;s and a woman&apos;s voice from Spain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A man&apos;s voice from Mexico.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A man&apos;s voice from Spain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A man&apos;s voice from the north of England.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model cannot be called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase needs at least {shortest} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A persona needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture was not part of the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile needs a name of 1 to {longest} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile needs a passphrase, the system keyring, or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt needs a name to be called by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small open model for simple English texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A strong all-rounder: reasoning, writing and tools in many languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A well-known all-rounder with many adapted versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A woman&apos;s voice from Mexico, in finer quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accurate and quick, for English only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accurate, also with accents; slow without a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another way first, then remove this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first answer the model gives the chat a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow cloud models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the best that run at home; for very strong machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An English woman&apos;s voice, as of audio books.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Ollama in Hearth’s own folder, started and ended with Hearth. It must be installed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer to a message you got</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers from given sources and long documents; for strong machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers new chats. Empty: the first model that the server offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter answer, or choose a faster model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At character {at}, {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At character {at}, {reason}. What stands before it was read ({seen} chats).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a smaller file, or one of a kind that Hearth can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the main window to the front, or hides it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the download first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change that line and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat {0} (“{1}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, or use the recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name and variant, or choose a model from the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a Hearth, ChatGPT or Open WebUI export, and export it again if it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that {place} can be written to, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and port under Settings › Model server. Ollama’s own is http://127.0.0.1:11434.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address under Settings › Model server, and that the server runs there; then press Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet connection and try again. What has arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or choose a model from the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of Hearth’s folder and that the disk is mounted, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the folder and that the disk is mounted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what you entered and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that Hearth exported from the same page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that does not lie inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer one: four or five words that have nothing to do with each other are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that can use tools, for example llama3.2 or qwen3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that runs here, or allow remote models under Settings › Model server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that sees (for example “ollama pull llama3.2-vision”), or remove the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase, or let the system keyring open the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model, lower the context size under Settings › Chat, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a value within the limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or check that there is room and that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model, or add the server again under Settings › Model server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name for one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or open the existing profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the listed profiles, create one, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear American voices, many to choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again. What was saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some programs and try again, or unlock with the recovery key, which needs no memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud models of Ollama send your messages to somebody else&apos;s computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with your copy, group by group: nine groups of four letters and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct spelling, grammar and punctuation. Keep the language, the wording and the formatting wherever they are right, and answer with the corrected text alone.

{{text}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days after the last change; pinned chats stay. 0 keeps everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete chats after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dependable and quick; European languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describes pictures and answers questions about them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft a {{tone|friendly|formal|short}} reply to this message, in its language. What I want to say: {{what to say}}

The message:
{{text}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit this text, and tell me what you changed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: where OLLAMA_HOST says, else http://127.0.0.1:11434 on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number within these limits, or leave the field empty for the model’s own value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly the same question to the same model is answered from an encrypted cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain step by step what this code does, and name anything that could go wrong:

```
{{text}}
```</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain this {{for=in plain words|in plain words|to a child of ten|to an expert|step by step}}:

{{text}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain to me from the beginning:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains step by step and checks that it arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallback models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds passages by meaning, mostly in English; small and quick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-run guide finished or skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example http://127.0.0.1:8080/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For models that can think before they answer. Empty: their own choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk; Hearth goes on by itself as soon as there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, for example by deleting models that you no longer use, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemma&apos;s largest: careful writing, many languages, pictures; wants a strong machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name of letters and figures, such as “summary”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name, so that you can find it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give me five titles for this:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good at long texts and European and Asian languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google&apos;s small model adapted to Japanese; quick, polite conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth did not connect to {host}: no door to it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth made a mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth needs something from you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth waits in the tray, without opening its window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth’s own Ollama does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is version {version}, which has known security holes. It was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help me decide: {{question}}

My options:
{{options=- 
- }}

What matters to me: {{what matters=time, money, how easily it can be undone}}

Compare the options by what matters to me, say what you would need to know, and end with a recommendation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher is more varied. Empty: the model&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to speak, release to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens of a chat the model sees at most. Larger windows need more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not understand why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon in the system tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you restored it yourself, accept the older state; if not, restore the latest backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you want this connection, open a door to {host} under Privacy › Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it under Models, or use another model server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the current version under Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into another language, keeping the tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may still be loading: press Retry, or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took more than one try ({count}). {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted or has expired. Choose another chat, or start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted. Choose another one, or make it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted. Open the chat again to see what it holds now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep model loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knows much and answers quickly, since only a tenth of it works at a time; needs plenty of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the interface. “System” follows your computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger and fully open, from Japan&apos;s research institutes; knowledge about Japan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out animations; things appear at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light and friendly in conversation; summaries and rewriting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit for calls to models. 0 means no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of the Modelfile cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the model there and press Retry, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock on suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when the computer goes to sleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when the screen is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock with the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its log under Models, then start it again or install it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for answering from given sources, in many languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one with “hearth vault create” or by opening the window, or ask with --private, which keeps nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes your text clearer and keeps your voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend spelling and grammar, change nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes the model stays in memory after use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes without use. 0 never locks by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly as accurate as the largest, several times as quick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No language model is installed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model server answers at {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticeably better reasoning than smaller ones, still at home on one graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama could not do this: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama is not running, so language models cannot be fetched or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama is not running: nobody answers at {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama’s registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day an encrypted copy beside the profile: the last seven days and four weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where the server asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Models to see why and to start or install it, then press Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a profile first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open doors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the small window over whatever you are doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options side by side, then a recommendation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other model servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste code or an error message, or say what you want to build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the quick chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise instructions, many languages, pictures and tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise search by meaning in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, look at the details or restart the model server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, restart the model server or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick and clever for its size; everyday questions, reasoning, many languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick, for clear speech on small machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiz me on this, one question at a time:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the budget under Settings › Chat, or go on tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the details below and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the details below, then try again or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads pictures, diagrams and documents well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads, writes and reviews code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons well and answers quickly for its size; good with tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the model server and press Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the key file or the whole profile from a backup. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the latest backup. The damaged database is kept and not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the latest backup. The damaged files are kept and not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reuse answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review this code:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewrite this so that it sounds {{tone|clearer and shorter|friendly|formal|confident|diplomatic|simple}}. Keep the language and the meaning, and answer with the new text alone.

{{text}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the command again and type the same passphrase twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this in a terminal, or hand the passphrase over on a file descriptor named in HEARTH_PASSPHRASE_FD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “hearth doctor”; it says what is missing and how to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “ollama pull llama3.2” in a terminal (about 2 GB), then press Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “ollama pull {model}” in a terminal and press Retry, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which one with --profile NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by meaning across European and Asian languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by meaning in over a hundred languages, also in long passages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of silence before an answer counts as stalled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds. Loading a large model takes a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers with OpenAI&apos;s protocol, such as llama.cpp, vLLM and LM Studio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it or attach less, or raise the context size under Settings › Chat (now {window} tokens).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me a text. I will say what works, and what would make it better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what Hearth is doing and opens the quick chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of all text, in percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small and fluent in Japanese; conversation and writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small and fully open, from Japan&apos;s research institutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small and quick; short texts and simple rewriting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small and sober; summaries, extraction, office texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small search by meaning in over a hundred languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small, good at arithmetic and logic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small, many languages, looks at pictures; a good all-rounder for a laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sober and careful; documents, extraction, tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of this profile&apos;s data is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers at {address}, but it is not a model server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that Hearth needs is not available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Ollama (open the Ollama app, or run “ollama serve”) and press Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Ollama, or let Hearth install its own, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the model server (llama.cpp, vLLM, LM Studio …) and press Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting at login could not be changed: the system refused it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by step, with what could go wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong at mathematics and reasoning, mostly in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong search by meaning in over a hundred languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise this {{length=in a few bullet points|in one sentence|in a few bullet points|in one paragraph}}. Keep names and figures, and add nothing of your own.

{{text}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a picture of the screen into the quick chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the text you selected, or the clipboard, into the quick chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when an answer or a download is ready while Hearth’s window is not in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That does not open this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Ollama that was downloaded cannot be used on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer broke off. What had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer reached the limit of its length and was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer took longer than {limit_s} seconds and was ended. What had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer has no memory left for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database of this profile is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so this could not be saved. What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files could not be written or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of this profile cannot be read or written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit and could not be summarised, so the model saw only the beginnings of some of them. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit and were summarised for the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit. The latest of them were summarised for the model; the oldest {left_out} were too many and were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file of this profile is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The main points, short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gave an empty answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has been silent for {silence_s} seconds. What had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model server at {address} cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model server at {address} did not answer within {wait_s} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model server at {address} is too old: version {version}, and {needed} or newer is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model server is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model server refused the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most accurate, in about a hundred languages; wants a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quick chat and the hotkeys stay at hand. Off: closing the window ends Hearth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quickest; understands clear speech, makes mistakes in noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same German voice in finer quality; takes more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in another tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at {address} does not have the model “{model}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of “{model}” is no longer set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest and quickest, for English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest of these thinkers that fits one large graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are several profiles: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a typing error in this recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a profile called “{alias}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a prompt called “/{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called “{model}” to download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called “{model}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile called “{alias}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile on this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ready-made Ollama for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough free memory to check the passphrase ({memory_mib} MB are needed).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for “{model}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} are needed, and {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to answer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were too many questions in a short time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think a decision through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinks at length before it answers; harder puzzles than the small one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinks at length before it answers; puzzles, mathematics, planning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer failed in Open WebUI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup is incomplete or was changed. Nothing was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the only way to open the profile, so it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message is too long for “{model}”: about {needed} tokens, and there is room for {room}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot see images, so it did not see {0} from earlier in the chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This persona is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is already open in another Hearth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is not opened this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is older than when it was last closed: it was put back, or recent changes were lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile needs its passphrase, and there is no terminal to type it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile was written by a newer version of Hearth. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This prompt is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session keeps nothing, so there is nothing to back up or to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorough reasoning and writing for strong graphics cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiny and quick, made for Japanese.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiny; for trying things out and for very old machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today’s budget of {limit} tokens is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told about the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told to the model at the start of every chat, for example how you like your answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained further on Japanese at Tokyo&apos;s Institute of Science; knowledge, translation and long texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained further on Japanese; natural conversation and writing in Japanese.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate into English:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate into Spanish, formally:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate this into {{language|English|German|Spanish|French|Italian|Portuguese|Dutch|Polish|Ukrainian|Turkish|Arabic|Hindi|Japanese|Korean|Chinese}}. Keep tone and formatting, and answer with the translation alone.

{{text}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translates, and says so where a word has no match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried in this order when the chosen model fails or is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later; if it stays like this, Hearth needs an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, install Ollama from its own page and start it; Hearth will find it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, something changes your downloads: do not use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, run “hearth doctor”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; the details below say more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn thinking off for this chat, or choose a thinking model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a question first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock with the keyring at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock with your passphrase or recovery key, or start and unlock the system keyring and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Hearth, then open the profile again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Ollama from its app or from its download page, start it again and press Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Hearth’s own Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an Ollama on another computer, or another model server; both are set up under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another backup. Your present profile was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits and - _ . only, with a colon before the variant, for example my-model:latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase, the system keyring or the recovery key that was set up for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the window that is already open, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very accurate; some find it steadier than its successor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very quick; simple questions and summaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very small and quick; short answers and simple rewriting, even on old laptops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and press Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the first word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait in mid-answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait {wait_s} seconds and press Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came from {host} is not what it should be, so it was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does this error mean, and how do I mend it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the difference in tone between these two phrases?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is weak in this paragraph?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means, in plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved is safe. Please report what you did and the details below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to understand today?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the profile has a keyring key, open it without asking. Off: always show the unlock page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which text shall I translate, and into which language?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a function that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writer’s editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes and explains programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes larger programs, quickly; needs plenty of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes well in many languages and understands pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are a careful senior programmer. Give working code first, then a short explanation of what is not obvious.
Use the language, version and style of the code you are shown. Handle errors and edge cases; invent no functions or options, and say so when you are not sure that one exists.
When you review, name the faults by how much they matter, with the line and a fix. When a question lacks what you need, ask for it in one sentence.
Put code in fenced blocks with their language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are a patient tutor. Find out what the learner knows already, then build on it.
Explain one idea at a time, in plain words, with one concrete example. Define a technical term when you first use it.
For exercises, give a hint before the solution and let the learner try. When an answer is wrong, say kindly what is right about it and where it goes astray.
End with one short question that checks understanding. When you are not sure of a fact, say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are a professional translator. Answer with the translation alone unless you are asked for more.
Keep meaning, tone and formatting: headings, lists, Markdown, code and placeholders such as {name} stay as they are. Do not translate names, and do not add or leave out anything.
If no language is named, translate into the language of the owner&apos;s last message, or into English if the text is in that language already.
Where a phrase has no good match or could mean two things, add one line “Note:” at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are an experienced editor. The writer&apos;s voice and intent come first: improve, do not replace.
When you are given a text, answer in its language. Begin with one sentence on what works, then name the two or three changes that would help most, then give the edited text.
Change no facts, add no claims, and keep names, figures and quotations as they are. Where the meaning is unclear, ask instead of guessing.
Prefer short sentences, concrete words and active verbs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer version of Hearth wrote it. Update Hearth first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access was denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not answer within {0} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not give back what it was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than {0} entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds personas. Import it on the page “Personas”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds prompts. Import it on the page “Prompts”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged, or not a file that Hearth wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is far larger than such a file can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {0} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file that Hearth wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a text file (byte {0} is no {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not the keyring that this profile was made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it no longer holds the key of this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it reported an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by a newer Hearth; update Hearth first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its personas has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its prompts has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one that is set up does not encrypt what it keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one that this profile names is not known to encrypt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one that this profile was made with is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system refused it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no chats in it that Hearth knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is more behind the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no JSON array or object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file with conversations in this ZIP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they are read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this ZIP holds {0} files; no export does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this ZIP is damaged or incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this disk keeps no WAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it holds for this profile was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be understood ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds a message of more than {1} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in a form that Hearth does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} could not be reached, or the connection broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} wanted to send Hearth on to {target}, so nothing was fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} is missing on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“System” follows the light or dark mode of your desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” in this ZIP is damaged or encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” in this ZIP unpacks to far more than an export holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is kept on the Open WebUI server and was not part of the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a whole path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was damaged and is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was not part of the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” cannot do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” cannot see images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” cannot show its thinking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” cannot use tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” did not begin to answer within {wait_s} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” is being downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” runs on somebody else’s computer, so nothing was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be imported: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” must lie between {least} and {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not attached: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” cannot be set to that: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{used}” answered instead of “{wanted}”. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‹hidden: {0}›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‹{0} hidden signs›</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

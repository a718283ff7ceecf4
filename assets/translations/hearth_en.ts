<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivityPage</name>
    <message numerus="yes">
        <source>%n chats were deleted because their time was over.</source>
        <translation>
            <numerusform>%n chat was deleted because its time was over.</numerusform>
            <numerusform>%n chats were deleted because their time was over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were exported.</source>
        <translation>
            <numerusform>%n chat was exported.</numerusform>
            <numerusform>%n chats were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were imported from {0}.</source>
        <translation>
            <numerusform>%n chat was imported from {0}.</numerusform>
            <numerusform>%n chats were imported from {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCommands</name>
    <message numerus="yes">
        <source>%n chats deleted.</source>
        <translation>
            <numerusform>Chat deleted.</numerusform>
            <numerusform>%n chats deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats with {0} were imported.</source>
        <translation>
            <numerusform>%n chat with {0} was imported.</numerusform>
            <numerusform>%n chats with {0} were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message numerus="yes">
        <source>Write down %n files?</source>
        <translation>
            <numerusform>Write down %n file?</numerusform>
            <numerusform>Write down %n files?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HardwareCard</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more, {0} together</source>
        <translation>
            <numerusform>and %n more, {0} together</numerusform>
            <numerusform>and %n more, {0} together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n brought back.</source>
        <translation>
            <numerusform>%n brought back.</numerusform>
            <numerusform>%n brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported.</source>
        <translation>
            <numerusform>%n imported.</numerusform>
            <numerusform>%n imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message numerus="yes">
        <source>Known for %n files; for the others the host’s own is used</source>
        <translation>
            <numerusform>Known for %n file; for the others the host’s own is used</numerusform>
            <numerusform>Known for %n files; for the others the host’s own is used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} and %n more</numerusform>
            <numerusform>{0} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n time)</numerusform>
            <numerusform>(%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>%n chats exported.</source>
        <translation>
            <numerusform>%n chat exported.</numerusform>
            <numerusform>%n chats exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>Conversation, %n messages</source>
        <translation>
            <numerusform>Conversation, %n message</numerusform>
            <numerusform>Conversation, %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message numerus="yes">
        <source>%n older messages stand in a summary now.</source>
        <translation>
            <numerusform>%n older message stands in a summary now.</numerusform>
            <numerusform>%n older messages stand in a summary now.</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Earlier version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Versión %1 de %2</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Versión siguiente</translation>
    </message>
    <message>
        <source>Answer again (right-click to choose the model)</source>
        <translation>Responder de nuevo (clic derecho para elegir el modelo)</translation>
    </message>
    <message>
        <source>Compare with another model</source>
        <translation>Comparar con otro modelo</translation>
    </message>
    <message>
        <source>Compare with {0}</source>
        <translation>Comparar con {0}</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Consequential acts are recorded here. Nothing in this list can be changed or removed unnoticed.</source>
        <translation>Aquí quedan registrados los actos importantes. Nada de esta lista se puede cambiar ni quitar sin que se note.</translation>
    </message>
    <message>
        <source>Check the list</source>
        <translation>Comprobar la lista</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Mostrar anteriores</translation>
    </message>
    <message>
        <source>Every entry is as it was written.</source>
        <translation>Cada entrada está tal como se escribió.</translation>
    </message>
    <message>
        <source>This list was tampered with. Restore a backup that you trust.</source>
        <translation>Esta lista fue manipulada. Restaura una copia de seguridad en la que confíes.</translation>
    </message>
    <message>
        <source>The profile was opened.</source>
        <translation>Se abrió el perfil.</translation>
    </message>
    <message>
        <source>The profile was closed ({0}).</source>
        <translation>Se cerró el perfil ({0}).</translation>
    </message>
    <message>
        <source>The profile was backed up.</source>
        <translation>Se hizo una copia de seguridad del perfil.</translation>
    </message>
    <message>
        <source>A door to {0} was opened.</source>
        <translation>Se abrió una puerta a {0}.</translation>
    </message>
    <message>
        <source>The door to {0} was closed.</source>
        <translation>Se cerró la puerta a {0}.</translation>
    </message>
    <message>
        <source>The setting {0} was changed.</source>
        <translation>Se cambió el ajuste {0}.</translation>
    </message>
    <message>
        <source>A passphrase was added.</source>
        <translation>Se añadió una frase de paso.</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Se cambió la frase de paso.</translation>
    </message>
    <message>
        <source>The system keyring was added.</source>
        <translation>Se añadió el llavero del sistema.</translation>
    </message>
    <message>
        <source>Passphrase and keyring together are required now.</source>
        <translation>Ahora se piden la frase de paso y el llavero a la vez.</translation>
    </message>
    <message>
        <source>A new recovery key was made.</source>
        <translation>Se creó una nueva clave de recuperación.</translation>
    </message>
    <message>
        <source>The recovery key was checked.</source>
        <translation>Se comprobó la clave de recuperación.</translation>
    </message>
    <message>
        <source>A way to open the profile was removed.</source>
        <translation>Se quitó una forma de abrir el perfil.</translation>
    </message>
    <message>
        <source>The profile was renamed.</source>
        <translation>Se cambió el nombre del perfil.</translation>
    </message>
    <message>
        <source>Everything was encrypted anew.</source>
        <translation>Se volvió a cifrar todo.</translation>
    </message>
    <message numerus="yes">
        <source>%n chats were deleted because their time was over.</source>
        <translation>
            <numerusform>Se eliminó %n chat porque su plazo había terminado.</numerusform>
            <numerusform>Se eliminaron %n chats porque su plazo había terminado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were exported.</source>
        <translation>
            <numerusform>Se exportó %n chat.</numerusform>
            <numerusform>Se exportaron %n chats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were imported from {0}.</source>
        <translation>
            <numerusform>Se importó %n chat de {0}.</numerusform>
            <numerusform>Se importaron %n chats de {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The download of {0} began.</source>
        <translation>Empezó la descarga de {0}.</translation>
    </message>
    <message>
        <source>The download of {0} ended.</source>
        <translation>Terminó la descarga de {0}.</translation>
    </message>
    <message>
        <source>The model {0} was deleted.</source>
        <translation>Se eliminó el modelo {0}.</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>lo hiciste tú</translation>
    </message>
    <message>
        <source>nobody was there</source>
        <translation>no había nadie</translation>
    </message>
    <message>
        <source>the computer went to sleep</source>
        <translation>el equipo se suspendió</translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation>se bloqueó la pantalla</translation>
    </message>
    <message>
        <source>Hearth ended</source>
        <translation>Hearth se cerró</translation>
    </message>
</context>
<context>
    <name>AddModelDialog</name>
    <message>
        <source>Add another model</source>
        <translation>Añadir otro modelo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>For example “mistral:7b”, or “hf.co/…” for Hugging Face</source>
        <translation>Por ejemplo, «mistral:7b», o «hf.co/…» para Hugging Face</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Nothing is asked of anybody before you press “Download”.</source>
        <translation>No se pide nada a nadie hasta que pulses «Descargar».</translation>
    </message>
    <message>
        <source>Ollama can download any model of its own library, and any GGUF model of Hugging Face. Type its name as it stands on its page.</source>
        <translation>Ollama puede descargar cualquier modelo de su biblioteca y cualquier GGUF de Hugging Face. Escribe su nombre tal como aparece en su página.</translation>
    </message>
    <message>
        <source>Ollama would download it from {0}. How large it is shows when the download begins.</source>
        <translation>Ollama lo descargaría de {0}. Al empezar la descarga se verá cuánto ocupa.</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>Recommended</source>
        <translation>Recomendado</translation>
    </message>
    <message>
        <source>Fits the graphics card ({0} of {1}).</source>
        <translation>Cabe en la tarjeta gráfica ({0} de {1}).</translation>
    </message>
    <message>
        <source>Runs partly on the graphics card.</source>
        <translation>Se ejecuta en parte en la tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Needs {0} of your {1} of memory.</source>
        <translation>Necesita {0} de tus {1} de memoria.</translation>
    </message>
    <message>
        <source>The quickest of these.</source>
        <translation>El más rápido de estos.</translation>
    </message>
    <message>
        <source>A good balance of speed and quality.</source>
        <translation>Buen equilibrio entre velocidad y calidad.</translation>
    </message>
    <message>
        <source>The best answers that this computer can give.</source>
        <translation>Las mejores respuestas que puede dar este equipo.</translation>
    </message>
    <message>
        <source>Made for Japanese.</source>
        <translation>Pensado para el japonés.</translation>
    </message>
    <message>
        <source>Already installed.</source>
        <translation>Ya está instalado.</translation>
    </message>
    <message>
        <source>Probably writes faster than you read.</source>
        <translation>Probablemente escriba más rápido de lo que lees.</translation>
    </message>
    <message>
        <source>Probably writes about as fast as you read.</source>
        <translation>Probablemente escriba casi al ritmo al que lees.</translation>
    </message>
    <message>
        <source>Probably writes slower than you read.</source>
        <translation>Probablemente escriba más despacio de lo que lees.</translation>
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
        <translation>quedan unos segundos</translation>
    </message>
    <message>
        <source>about {0} seconds left</source>
        <translation>quedan unos {0} segundos</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>queda %n minuto</numerusform>
            <numerusform>quedan unos %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation>
            <numerusform>queda %n hora</numerusform>
            <numerusform>quedan unas %n horas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>AttachmentIntake</name>
    <message>
        <source>it is a folder.</source>
        <translation>es una carpeta.</translation>
    </message>
    <message>
        <source>it could not be read.</source>
        <translation>no se pudo leer.</translation>
    </message>
    <message>
        <source>it is not a picture that Hearth can read.</source>
        <translation>no es una imagen que Hearth pueda leer.</translation>
    </message>
    <message>
        <source>the picture has too many pixels.</source>
        <translation>la imagen tiene demasiados píxeles.</translation>
    </message>
    <message>
        <source>the picture is damaged.</source>
        <translation>la imagen está dañada.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>La imagen</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>no contiene nada.</translation>
    </message>
    <message>
        <source>it is too large.</source>
        <translation>es demasiado grande.</translation>
    </message>
    <message>
        <source>its text is damaged.</source>
        <translation>su texto está dañado.</translation>
    </message>
    <message>
        <source>it is neither a picture nor a text.</source>
        <translation>no es ni una imagen ni un texto.</translation>
    </message>
    <message>
        <source>it is larger than {limit} MB.</source>
        <translation>ocupa más de {limit}&#xa0;MB.</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Attached: %1</source>
        <translation>Adjunto: %1</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Adjuntos</translation>
    </message>
    <message>
        <source>Enter plays the recording, or stops it</source>
        <translation>Intro reproduce la grabación o la detiene</translation>
    </message>
</context>
<context>
    <name>BusyButton</name>
    <message>
        <source>%1. Press to cancel.</source>
        <translation>%1. Pulsa para cancelar.</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Cancelar (Esc)</translation>
    </message>
</context>
<context>
    <name>ChatCommands</name>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Dejar de fijar</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Desarchivar</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Etiquetas…</translation>
    </message>
    <message numerus="yes">
        <source>%n chats deleted.</source>
        <translation>
            <numerusform>%n chat eliminado.</numerusform>
            <numerusform>%n chats eliminados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats with {0} were imported.</source>
        <translation>
            <numerusform>Se importó %n chat con {0}.</numerusform>
            <numerusform>Se importaron %n chats con {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Carpeta nueva…</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Renombrar carpeta</translation>
    </message>
    <message>
        <source>Delete folder</source>
        <translation>Eliminar carpeta</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>Mostrar archivados</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>Importar chats…</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Mover a carpeta</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Sin carpeta</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportar como</translation>
    </message>
    <message>
        <source>Only with tag</source>
        <translation>Solo con etiqueta</translation>
    </message>
    <message>
        <source>Moved to the archive.</source>
        <translation>Archivado.</translation>
    </message>
    <message>
        <source>Taken out of the archive.</source>
        <translation>Desarchivado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nombre de la carpeta</translation>
    </message>
    <message>
        <source>Folder deleted. Its chats were kept.</source>
        <translation>Carpeta eliminada. Sus chats se conservan.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Exportado.</translation>
    </message>
    <message>
        <source>Import chats from Hearth, ChatGPT or Open WebUI</source>
        <translation>Importar chats de Hearth, ChatGPT u Open WebUI</translation>
    </message>
    <message>
        <source>{0} could not be read.</source>
        <translation>No se pudo leer {0}.</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Mostrar u ocultar la barra lateral</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Microphone open</source>
        <translation>Micrófono abierto</translation>
    </message>
    <message>
        <source>Microphone open. Press to close it.</source>
        <translation>Micrófono abierto. Pulsa para cerrarlo.</translation>
    </message>
    <message>
        <source>Nothing of this chat is written to the disk.</source>
        <translation>Nada de este chat se escribe en el disco.</translation>
    </message>
    <message>
        <source>Sound comes in. Press to close the microphone.</source>
        <translation>Entra sonido. Pulsa para cerrar el micrófono.</translation>
    </message>
    <message>
        <source>Tags: {0}</source>
        <translation>Etiquetas: {0}</translation>
    </message>
    <message>
        <source>Menu of this chat</source>
        <translation>Menú de este chat</translation>
    </message>
    <message>
        <source>Persona: {0}</source>
        <translation>Rol: {0}</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>Se está escribiendo una respuesta. Detenla antes o espera.</translation>
    </message>
    <message>
        <source>Ask my documents…</source>
        <translation>Consultar mis documentos…</translation>
    </message>
    <message>
        <source>This could not be sent.</source>
        <translation>No se pudo enviar.</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Compare two models…</source>
        <translation>Comparar dos modelos…</translation>
    </message>
</context>
<context>
    <name>CollectionDetail</name>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n con problemas</numerusform>
            <numerusform>%n con problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Add to the collection</source>
        <translation>Añadir a la colección</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Ask about these files in a new chat</source>
        <translation>Preguntar sobre estos archivos en un chat nuevo</translation>
    </message>
    <message>
        <source>Ask every file…</source>
        <translation>Preguntar a cada uno…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Drop files or a folder here</source>
        <translation>Suelta aquí archivos o una carpeta</translation>
    </message>
    <message>
        <source>Find a file by its name</source>
        <translation>Buscar un archivo por su nombre</translation>
    </message>
    <message>
        <source>Hearth reads PDF, Office and OpenDocument files, e-mail, web pages, books, pictures and code.</source>
        <translation>Hearth lee archivos PDF, de Office y OpenDocument, correos, páginas web, libros, imágenes y código.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Nombre de la colección</translation>
    </message>
    <message>
        <source>No file is called like that.</source>
        <translation>Ningún archivo se llama así.</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ámbar</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
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
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
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
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Forget what was said</source>
        <translation>Olvidar lo dicho</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Read the answer again</source>
        <translation>Leer otra vez la respuesta</translation>
    </message>
    <message>
        <source>Repeat the sentence</source>
        <translation>Repetir la frase</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más despacio</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>What you can say</source>
        <translation>Qué puedes decir</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«{0}»</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Compare two models</source>
        <translation>Comparar dos modelos</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>Primer modelo</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Segundo modelo</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>A ciegas</translation>
    </message>
    <message>
        <source>Hide the names of the models, and which is which, until you have voted</source>
        <translation>Ocultar los nombres de los modelos, y cuál es cuál, hasta que votes</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Dejar de comparar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>with</source>
        <translation>con</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Choose two models to compare first.</source>
        <translation>Elige antes dos modelos para comparar.</translation>
    </message>
    <message>
        <source>No other model has answered this question yet.</source>
        <translation>Ningún otro modelo ha respondido aún a esta pregunta.</translation>
    </message>
</context>
<context>
    <name>ComparisonColumn</name>
    <message>
        <source>Stop this answer</source>
        <translation>Detener esta respuesta</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>Copiar esta respuesta</translation>
    </message>
    <message>
        <source>Go on with this answer</source>
        <translation>Seguir con esta respuesta</translation>
    </message>
    <message>
        <source>Answer {0}: {1}</source>
        <translation>Respuesta {0}: {1}</translation>
    </message>
    <message>
        <source>waiting · {0} s</source>
        <translation>esperando · {0}&#xa0;s</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}&#xa0;s</translation>
    </message>
    <message>
        <source>{0} tokens/s · {1} s</source>
        <translation>{0} tokens/s · {1}&#xa0;s</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>error</translation>
    </message>
    <message>
        <source>stopped · {0}</source>
        <translation>detenida · {0}</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparison of two answers</source>
        <translation>Comparación de dos respuestas</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>Volver al chat</translation>
    </message>
    <message>
        <source>You can vote when both answers are there.</source>
        <translation>Podrás votar cuando estén las dos respuestas.</translation>
    </message>
    <message>
        <source>Neither model could answer.</source>
        <translation>Ningún modelo pudo responder.</translation>
    </message>
    <message>
        <source>Only one model could answer: there is nothing to vote about.</source>
        <translation>Solo pudo responder un modelo: no hay nada que votar.</translation>
    </message>
    <message>
        <source>Both answers are finished. Keys 1 to 4 vote.</source>
        <translation>Las dos respuestas están listas. Vota con las teclas 1 a 4.</translation>
    </message>
    <message>
        <source>Which answer is better? The names of the models are shown after your vote.</source>
        <translation>¿Qué respuesta es mejor? Los nombres de los modelos se muestran después de votar.</translation>
    </message>
    <message>
        <source>Which answer is better?</source>
        <translation>¿Qué respuesta es mejor?</translation>
    </message>
    <message>
        <source>You found both good.</source>
        <translation>Las dos te parecieron buenas.</translation>
    </message>
    <message>
        <source>You found both bad.</source>
        <translation>Las dos te parecieron malas.</translation>
    </message>
    <message>
        <source>You prefer {0}. The chat goes on with its answer.</source>
        <translation>Prefieres {0}. El chat sigue con su respuesta.</translation>
    </message>
    <message>
        <source>{0} The vote is not kept: this chat is private.</source>
        <translation>{0} El voto no se guarda: este chat es privado.</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>Modelo {0}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Ask something privately</source>
        <translation>Pregunta algo en privado</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Pregunta lo que quieras</translation>
    </message>
    <message>
        <source>Documents, pictures, texts, recordings</source>
        <translation>Documentos, imágenes, textos, grabaciones</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Mensaje privado</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Escribe una nota…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Texto pegado</translation>
    </message>
    <message>
        <source>Private chat. Nothing of it is kept.</source>
        <translation>Chat privado. No se guarda nada de él.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>A message takes %1 attachments; the rest was left out. Send them with the next one.</source>
        <translation>Un mensaje admite %1 adjuntos; el resto quedó fuera. Envíalos con el siguiente.</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Detener (Esc)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>The attachments are still being read</source>
        <translation>Aún se están leyendo los adjuntos</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
    </message>
</context>
<context>
    <name>ConsideredPassage</name>
    <message>
        <source>It was forgotten, or its file was changed since.</source>
        <translation>Se olvidó, o su archivo ha cambiado desde entonces.</translation>
    </message>
    <message>
        <source>No room in the model’s window</source>
        <translation>No cabía en la ventana del modelo</translation>
    </message>
    <message>
        <source>Not near enough to the question</source>
        <translation>No lo bastante cercano a la pregunta</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>Abrir {0}</translation>
    </message>
    <message>
        <source>Others were nearer</source>
        <translation>Otros eran más cercanos</translation>
    </message>
    <message>
        <source>Says the same as another one</source>
        <translation>Dice lo mismo que otro</translation>
    </message>
    <message>
        <source>The model preferred others</source>
        <translation>El modelo prefirió otros</translation>
    </message>
    <message>
        <source>by meaning: {0} of 1</source>
        <translation>por significado: {0} de 1</translation>
    </message>
    <message>
        <source>by words: place {0}</source>
        <translation>por palabras: puesto {0}</translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>puntuación {0}</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>Context window</source>
        <translation>Ventana de contexto</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>The size of the model’s context window is not known.</source>
        <translation>No se conoce el tamaño de la ventana de contexto del modelo.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens of the context window are used.</source>
        <translation>Se usan %1 de %2 tokens de la ventana de contexto.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens are used. Older messages will soon be summarised.</source>
        <translation>Se usan %1 de %2 tokens. Pronto se resumirán los mensajes más antiguos.</translation>
    </message>
    <message>
        <source>%1 tokens, the window holds %2. Older messages are summarised.</source>
        <translation>%1 tokens; en la ventana caben %2. Los mensajes más antiguos se resumen.</translation>
    </message>
    <message>
        <source>The last answer came at %1 tokens a second.</source>
        <translation>La última respuesta llegó a %1 tokens por segundo.</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>New name</source>
        <translation>Nombre nuevo</translation>
    </message>
</context>
<context>
    <name>ConversationTree</name>
    <message>
        <source>Private, not saved</source>
        <translation>Privado, sin guardar</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijados</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anteriores</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Folder {0}</source>
        <translation>Carpeta {0}</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privado</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijado</translation>
    </message>
    <message>
        <source>an answer is being written</source>
        <translation>se está escribiendo una respuesta</translation>
    </message>
</context>
<context>
    <name>CopiedAnswer</name>
    <message>
        <source>Sources:</source>
        <translation>Fuentes:</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy %1 code</source>
        <translation>Copiar código %1</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Copiar código</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Personal</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Nombre del perfil</translation>
    </message>
    <message>
        <source>How it opens</source>
        <translation>Cómo se abre</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>Con una frase de paso</translation>
    </message>
    <message>
        <source>You type it each time. Without it, or the recovery key, nobody reads your chats. Not even you.</source>
        <translation>La escribes cada vez. Sin ella, o sin la clave de recuperación, nadie lee tus chats. Tú tampoco.</translation>
    </message>
    <message>
        <source>With the system keyring</source>
        <translation>Con el llavero del sistema</translation>
    </message>
    <message>
        <source>Opens by itself while you are logged in. Whoever can use your account can open it, too.</source>
        <translation>Se abre solo mientras tienes la sesión iniciada. Quien pueda usar tu cuenta también podrá abrirlo.</translation>
    </message>
    <message>
        <source>With both together</source>
        <translation>Con las dos cosas a la vez</translation>
    </message>
    <message>
        <source>Your passphrase, and only on this computer. The strongest, and the least forgiving.</source>
        <translation>Tu frase de paso, y solo en este equipo. Lo más seguro y lo que menos perdona.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation>Frase de paso, otra vez</translation>
    </message>
    <message>
        <source>Create profile</source>
        <translation>Crear perfil</translation>
    </message>
    <message>
        <source>Restore a backup instead</source>
        <translation>Restaurar copia de seguridad</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Welcome to Hearth</source>
        <translation>Te damos la bienvenida a Hearth</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Perfil nuevo</translation>
    </message>
    <message>
        <source>Your assistant, on your computer. Everything you write is kept here, encrypted, for you alone.</source>
        <translation>Tu asistente, en tu equipo. Todo lo que escribes se guarda aquí, cifrado, solo para ti.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Creando…</translation>
    </message>
    <message>
        <source>A passphrase needs at least {0} characters.</source>
        <translation>Una frase de paso necesita al menos {0} caracteres.</translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are good.</source>
        <translation>Cuatro o cinco palabras que no tengan nada que ver entre sí van bien.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Las dos frases de paso no son iguales.</translation>
    </message>
    <message>
        <source>Type the second one again.</source>
        <translation>Escribe otra vez la segunda.</translation>
    </message>
</context>
<context>
    <name>DesktopHint</name>
    <message>
        <source>Settings › Keyboard › View and Customise Shortcuts › Custom Shortcuts › Add. Give it one of the commands below and press the keys you want.</source>
        <translation>Configuración › Teclado › Ver y personalizar los atajos › Atajos personalizados › Añadir. Asígnale una de las órdenes de abajo y pulsa las teclas que quieras.</translation>
    </message>
    <message>
        <source>System Settings › Keyboard › Shortcuts › Add New › Command or Script. Give it one of the commands below and press the keys you want.</source>
        <translation>Preferencias del sistema › Teclado › Accesos rápidos › Añadir nuevo › Orden o guion. Asígnale una de las órdenes de abajo y pulsa las teclas que quieras.</translation>
    </message>
    <message>
        <source>Add a line to the configuration, in Sway for example: bindsym Ctrl+Mod1+space exec hearth toggle</source>
        <translation>Añade una línea a la configuración; en Sway, por ejemplo: bindsym Ctrl+Mod1+space exec hearth toggle</translation>
    </message>
    <message>
        <source>In your desktop’s keyboard settings, make a shortcut of your own for one of the commands below.</source>
        <translation>En los ajustes de teclado de tu escritorio, crea un atajo propio para una de las órdenes de abajo.</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>None found</source>
        <translation>No se encontró ninguno</translation>
    </message>
    <message>
        <source>Usual one ({0})</source>
        <translation>Predeterminado ({0})</translation>
    </message>
    <message>
        <source>Usual one of this computer</source>
        <translation>Predeterminado del equipo</translation>
    </message>
    <message>
        <source>{0} (not connected)</source>
        <translation>{0} (sin conectar)</translation>
    </message>
</context>
<context>
    <name>DiskBar</name>
    <message>
        <source>Disk space that models take</source>
        <translation>Espacio en disco que ocupan los modelos</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Forget…</source>
        <translation>Olvidar…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Volver a leer</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>Leer aquí</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en carpeta</translation>
    </message>
</context>
<context>
    <name>DocumentRows</name>
    <message>
        <source>Files of the collection</source>
        <translation>Archivos de la colección</translation>
    </message>
</context>
<context>
    <name>DocumentsSettings</name>
    <message>
        <source>A Chroma server keeps vectors unencrypted, outside of this profile, and much of a text can be guessed from its vectors. The texts themselves stay in the vault, and private chats never use it. A server on another computer is refused until a door to it is open.</source>
        <translation>Un servidor Chroma guarda los vectores sin cifrar, fuera de este perfil, y de los vectores se puede deducir mucho de un texto. Los textos en sí se quedan cifrados en el perfil, y los chats privados no lo usan nunca. Un servidor en otro equipo se rechaza mientras no haya una puerta abierta a él.</translation>
    </message>
</context>
<context>
    <name>EchoTestCard</name>
    <message>
        <source>Echo at {0} dB, after removing {1} dB; {2} ms from loudspeaker to microphone.</source>
        <translation>Eco a {0}&#xa0;dB tras quitar {1}&#xa0;dB; {2}&#xa0;ms del altavoz al micrófono.</translation>
    </message>
    <message>
        <source>Echo test</source>
        <translation>Prueba de eco</translation>
    </message>
    <message>
        <source>For six seconds Hearth plays a rising tone and a murmur, about as loud as it speaks, and listens to what the microphone hears of it. Be quiet meanwhile. Whatever is being said ends.</source>
        <translation>Durante seis segundos, Hearth reproduce un tono ascendente y un murmullo, más o menos al volumen al que habla, y escucha lo que oye el micrófono. Guarda silencio mientras tanto. Lo que se esté diciendo se interrumpe.</translation>
    </message>
    <message>
        <source>Listening to itself…</source>
        <translation>Escuchándose a sí mismo…</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Aún sin probar.</translation>
    </message>
    <message>
        <source>Nothing came back: no sound was recorded.</source>
        <translation>No llegó nada: no se grabó ningún sonido.</translation>
    </message>
    <message>
        <source>Remove Hearth’s own voice</source>
        <translation>Quitar la voz de Hearth</translation>
    </message>
    <message>
        <source>Start the echo test</source>
        <translation>Iniciar la prueba de eco</translation>
    </message>
    <message>
        <source>Switch that on, and you can interrupt Hearth by speaking.</source>
        <translation>Activa esa opción y podrás interrumpir a Hearth hablando.</translation>
    </message>
    <message>
        <source>Test the microphone above, check that nothing is muted, then start this test again.</source>
        <translation>Prueba el micrófono arriba, comprueba que nada está silenciado y vuelve a iniciar la prueba.</translation>
    </message>
    <message>
        <source>The microphone does not hear the loudspeaker.</source>
        <translation>El micrófono no oye el altavoz.</translation>
    </message>
    <message>
        <source>The microphone hears the loudspeaker too loudly to remove all of it.</source>
        <translation>El micrófono oye el altavoz con demasiada fuerza como para quitarlo del todo.</translation>
    </message>
    <message>
        <source>The microphone hears the loudspeaker, and Hearth can remove that.</source>
        <translation>El micrófono oye el altavoz, y Hearth puede quitar ese sonido.</translation>
    </message>
    <message>
        <source>Until then only “stop”, the key, and Esc in the message box interrupt it.</source>
        <translation>Hasta entonces solo la interrumpen «para», la tecla y Esc en el cuadro de mensaje.</translation>
    </message>
    <message>
        <source>“Stop”, the key, and Esc in the message box interrupt it. With headphones, or a loudspeaker that is turned down or farther away, anything you say will.</source>
        <translation>La interrumpen «para», la tecla y Esc en el cuadro de mensaje. Con auriculares, o con un altavoz más bajo o más alejado, lo hará cualquier cosa que diga.</translation>
    </message>
    <message>
        <source>You can interrupt Hearth by speaking, also through loudspeakers.</source>
        <translation>Puedes interrumpir a Hearth hablando, también con altavoces.</translation>
    </message>
    <message>
        <source>You can interrupt Hearth by speaking, as with headphones.</source>
        <translation>Puedes interrumpir a Hearth hablando, como con auriculares.</translation>
    </message>
</context>
<context>
    <name>EditInPlace</name>
    <message>
        <source>Change your note</source>
        <translation>Cambia tu nota</translation>
    </message>
    <message>
        <source>Edit your message</source>
        <translation>Edita tu mensaje</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>EmbedderBox</name>
    <message>
        <source>Built-in model (English)</source>
        <translation>Modelo integrado (inglés)</translation>
    </message>
    <message>
        <source>{0} (not available)</source>
        <translation>{0} (no disponible)</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Nothing of this chat is kept.</source>
        <translation>No se guarda nada de este chat.</translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation>Chat privado</translation>
    </message>
    <message>
        <source>Nothing of this chat is ever written to the disk. It is gone when you close or lock Hearth.</source>
        <translation>Nada de este chat se escribe nunca en el disco. Desaparece cuando cierras o bloqueas Hearth.</translation>
    </message>
    <message>
        <source>What would you like to talk about?</source>
        <translation>¿De qué te gustaría hablar?</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Todo se queda en este equipo.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>What you write here is kept for you. No model reads it unless you ask one.</source>
        <translation>Lo que escribes aquí se guarda para ti. Ningún modelo lo lee si no se lo pides.</translation>
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
        <translation>Borrar este perfil</translation>
    </message>
    <message>
        <source>Everything in “{0}” will be gone for good: chats, attachments, settings and automatic backups. Type the name of the profile to go on.</source>
        <translation>Todo lo que hay en «{0}» desaparecerá para siempre: chats, adjuntos, ajustes y copias de seguridad automáticas. Escribe el nombre del perfil para continuar.</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Nombre del perfil</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Borrar para siempre</translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message>
        <source>Error: %1</source>
        <translation>Error: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation>Guardar como nota</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>Responder ahora</translation>
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
        <translation>Copiar detalles</translation>
    </message>
</context>
<context>
    <name>FigureGrid</name>
    <message>
        <source>Above the room</source>
        <translation>Sobre el ambiente</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>Limpio</translation>
    </message>
    <message>
        <source>It was too loud at times. Turn the microphone down, or move back a little.</source>
        <translation>A ratos sonó demasiado fuerte. Baja el micrófono o aléjate un poco.</translation>
    </message>
    <message>
        <source>Loudness before and after</source>
        <translation>Volumen antes y después</translation>
    </message>
    <message>
        <source>Nobody seems to have spoken, or the room is as loud as your voice.</source>
        <translation>Parece que no habló nadie, o el ambiente suena tan fuerte como tu voz.</translation>
    </message>
    <message>
        <source>The room behind it</source>
        <translation>Ambiente de fondo</translation>
    </message>
    <message>
        <source>There was only silence. Is the microphone muted, or is it another one?</source>
        <translation>Solo hubo silencio. ¿Está silenciado el micrófono, o es otro?</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>Tu voz</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>An encrypted copy in this profile, about 11 MB an hour. Without it, words can be heard as long as the file stays where it is.</source>
        <translation>Una copia cifrada en este perfil, unos 11&#xa0;MB por hora. Sin ella, las palabras se pueden oír mientras el archivo siga en su sitio.</translation>
    </message>
    <message>
        <source>As spoken</source>
        <translation>El original</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Keep the sound</source>
        <translation>Conservar el sonido</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Idioma del texto</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transcribir</translation>
    </message>
    <message numerus="yes">
        <source>Write down %n files?</source>
        <translation>
            <numerusform>¿Transcribir %n archivo?</numerusform>
            <numerusform>¿Transcribir %n archivos?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>Buscar en este chat</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Palabras que buscar</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Messages that hold the words</source>
        <translation>Mensajes que contienen las palabras</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Folded</source>
        <translation>Plegado</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Desplegado</translation>
    </message>
</context>
<context>
    <name>FolderQuestion</name>
    <message>
        <source>A new collection</source>
        <translation>Una colección nueva</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Follow changes in the folder</source>
        <translation>Seguir los cambios de la carpeta</translation>
    </message>
    <message>
        <source>Name of the new collection</source>
        <translation>Nombre de la colección nueva</translation>
    </message>
    <message>
        <source>Read the documents in this folder?</source>
        <translation>¿Leer los documentos de esta carpeta?</translation>
    </message>
    <message>
        <source>You can then search them and ask about them. They stay where they are, and nothing leaves this computer.</source>
        <translation>Después podrás buscar en ellos y hacerles preguntas. Se quedan donde están y nada sale de este equipo.</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>%n files left out, as Hearth does not read their kinds: {0}</source>
        <translation>
            <numerusform>%n archivo omitido, porque Hearth no lee su tipo: {0}</numerusform>
            <numerusform>%n archivos omitidos, porque Hearth no lee sus tipos: {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow changes</source>
        <translation>Seguir los cambios</translation>
    </message>
    <message>
        <source>Take out “{0}”</source>
        <translation>Quitar «{0}»</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Looking at your computer…</source>
        <translation>Mirando tu equipo…</translation>
    </message>
    <message>
        <source>Hearth needs something that runs language models</source>
        <translation>Hearth necesita algo que ejecute modelos de lenguaje</translation>
    </message>
    <message>
        <source>Ollama is a free program that does that, on this computer. Hearth can keep one of its own: in its own folder, started and ended with Hearth, closed to everybody else.</source>
        <translation>Ollama es un programa libre que hace eso en este equipo. Hearth puede tener el suyo: en su propia carpeta, se inicia y se cierra con Hearth y nadie más puede acceder a él.</translation>
    </message>
    <message>
        <source>Download Ollama (about {0})</source>
        <translation>Descargar Ollama (unos {0})</translation>
    </message>
    <message>
        <source>Download Hearth’s own instead</source>
        <translation>Descargar el propio de Hearth</translation>
    </message>
    <message>
        <source>Use another server…</source>
        <translation>Usar otro servidor…</translation>
    </message>
    <message>
        <source>Ollama is installed, but it is not running</source>
        <translation>Ollama está instalado, pero no está en marcha</translation>
    </message>
    <message>
        <source>Hearth can start it for you and end it again when Hearth ends.</source>
        <translation>Hearth puede iniciarlo por ti y cerrarlo cuando se cierre Hearth.</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>Iniciar Ollama</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elige un modelo</translation>
    </message>
    <message>
        <source>These fit this computer. You can add others, and remove this one, at any time.</source>
        <translation>Estos van bien en este equipo. Puedes añadir otros, y quitar este, cuando quieras.</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>Más modelos…</translation>
    </message>
    <message>
        <source>No model of the list fits this computer</source>
        <translation>Ningún modelo de la lista cabe en este equipo</translation>
    </message>
    <message>
        <source>Set up talking…</source>
        <translation>Configurar la voz…</translation>
    </message>
    <message>
        <source>The official archive from Ollama’s releases on GitHub. Hearth opens this connection for the download alone, and checks every byte against the published checksum.</source>
        <translation>El archivo oficial de las versiones de Ollama en GitHub. Hearth abre esta conexión solo para la descarga y comprueba cada byte con la suma de comprobación publicada.</translation>
    </message>
    <message>
        <source>There is too little free memory or disk space. A smaller one may still work, or another computer.</source>
        <translation>Hay poca memoria libre o poco espacio en disco. Quizá funcione uno más pequeño, u otro equipo.</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>Ver todos los modelos</translation>
    </message>
    <message>
        <source>Everything is ready</source>
        <translation>Todo está listo</translation>
    </message>
    <message>
        <source>Ask whatever you like. It stays on this computer.</source>
        <translation>Pregunta lo que quieras. Se queda en este equipo.</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>Empezar a chatear</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Go on without a model</source>
        <translation>Seguir sin modelo</translation>
    </message>
    <message>
        <source>Download {0} ({1})</source>
        <translation>Descargar {0} ({1})</translation>
    </message>
    <message>
        <source>From {0}. Licence: {1}.</source>
        <translation>De {0}. Licencia: {1}.</translation>
    </message>
    <message>
        <source>Asking for the newest version…</source>
        <translation>Preguntando por la versión más reciente…</translation>
    </message>
    <message>
        <source>Getting Ollama</source>
        <translation>Obteniendo Ollama</translation>
    </message>
    <message>
        <source>You may go on using Hearth; the download continues by itself.</source>
        <translation>Puedes seguir usando Hearth; la descarga continúa sola.</translation>
    </message>
    <message>
        <source>Starting Ollama…</source>
        <translation>Iniciando Ollama…</translation>
    </message>
    <message>
        <source>Getting the model</source>
        <translation>Obteniendo el modelo</translation>
    </message>
</context>
<context>
    <name>HandsFreeBar</name>
    <message>
        <source>End hands-free</source>
        <translation>Terminar el manos libres</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>How you sounded. A guess that makes answers gentler or shorter.</source>
        <translation>Cómo sonabas. Una suposición que hace las respuestas más suaves o más breves.</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>Apagar el micrófono</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>Encender el micrófono</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Skip this sentence</source>
        <translation>Saltar esta frase</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Dejar de hablar</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
</context>
<context>
    <name>HardwareCard</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n núcleo</numerusform>
            <numerusform>%n núcleos</numerusform>
        </translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Espacio libre en disco</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Memory unknown</source>
        <translation>Memoria desconocida</translation>
    </message>
    <message>
        <source>Models take {0}: {1}.</source>
        <translation>Los modelos ocupan {0}: {1}.</translation>
    </message>
    <message>
        <source>Models use the processor</source>
        <translation>Los modelos usan el procesador</translation>
    </message>
    <message>
        <source>No models on the disk yet.</source>
        <translation>Aún no hay modelos en el disco.</translation>
    </message>
    <message>
        <source>None that helps</source>
        <translation>Ninguna que ayude</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Shares the computer’s memory</source>
        <translation>Comparte la memoria del equipo</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, {0} together</source>
        <translation>
            <numerusform>y %n más, {0} en total</numerusform>
            <numerusform>y %n más, {0} en total</numerusform>
        </translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>embeddings</translation>
    </message>
    <message>
        <source>language</source>
        <translation>lenguaje</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>habla</translation>
    </message>
    <message>
        <source>voices</source>
        <translation>voces</translation>
    </message>
    <message>
        <source>{0} free now</source>
        <translation>{0} libres ahora</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}, {1} free now</source>
        <translation>{0}, {1} libres ahora</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Passages found</source>
        <translation>Pasajes encontrados</translation>
    </message>
</context>
<context>
    <name>HotkeyBackend</name>
    <message>
        <source>Another program uses this combination.</source>
        <translation>Otro programa usa esta combinación.</translation>
    </message>
    <message>
        <source>Choose another one, or free it in that program.</source>
        <translation>Elige otra o libérala en ese programa.</translation>
    </message>
</context>
<context>
    <name>HotkeyRow</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Works: {0}</source>
        <translation>Funciona: {0}</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>You use this combination for another hotkey already.</source>
        <translation>Ya usas esta combinación para otro atajo global.</translation>
    </message>
    <message>
        <source>Hearth’s own window uses this combination.</source>
        <translation>La ventana de Hearth ya usa esta combinación.</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>Elige otra combinación.</translation>
    </message>
    <message>
        <source>Here nobody tells when a key is let go.</source>
        <translation>Aquí nadie avisa cuando se suelta una tecla.</translation>
    </message>
    <message>
        <source>Quick chat</source>
        <translation>Chat rápido</translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation>Preguntar sobre el texto seleccionado</translation>
    </message>
    <message>
        <source>Ask about the screen</source>
        <translation>Preguntar sobre la pantalla</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Mantener para hablar</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>These keys work while another program is in front.</source>
        <translation>Estas teclas funcionan mientras otro programa está en primer plano.</translation>
    </message>
    <message>
        <source>Change in the desktop’s settings</source>
        <translation>Cambiar en los ajustes del escritorio</translation>
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
            <numerusform>%n mensaje anterior de este chat, buscado de nuevo</numerusform>
            <numerusform>%n mensajes anteriores de este chat, buscados de nuevo</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer again from these</source>
        <translation>Responder de nuevo con estos</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Respuesta de</translation>
    </message>
    <message>
        <source>Asking the documents</source>
        <translation>Consultar los documentos</translation>
    </message>
    <message>
        <source>Fitting the window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Found, not used</source>
        <translation>Encontrado, sin usar</translation>
    </message>
    <message>
        <source>Hearth itself, without a model</source>
        <translation>Hearth mismo, sin ningún modelo</translation>
    </message>
    <message>
        <source>How this answer was made</source>
        <translation>Cómo se hizo esta respuesta</translation>
    </message>
    <message>
        <source>In the search: {0}</source>
        <translation>En la búsqueda: {0}</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>Se buscó</translation>
    </message>
    <message>
        <source>Made from documents: what stands in them could have been written by anybody.</source>
        <translation>Hecha a partir de documentos: lo que dicen pudo escribirlo cualquiera.</translation>
    </message>
    <message>
        <source>Neither documents nor memories were looked up for it.</source>
        <translation>No se consultaron ni documentos ni recuerdos.</translation>
    </message>
    <message>
        <source>None was near enough to the question.</source>
        <translation>Ninguno era lo bastante cercano a la pregunta.</translation>
    </message>
    <message>
        <source>Nothing: this is how what you attached begins.</source>
        <translation>Nada: así empieza lo que adjuntaste.</translation>
    </message>
    <message>
        <source>Nothing: you chose the passages.</source>
        <translation>Nada: elegiste tú los pasajes.</translation>
    </message>
    <message>
        <source>Passages used</source>
        <translation>Pasajes usados</translation>
    </message>
    <message>
        <source>Reading the chat</source>
        <translation>Leer el chat</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Recuperado</translation>
    </message>
    <message>
        <source>Remembered for it</source>
        <translation>Recuerdos usados</translation>
    </message>
    <message>
        <source>Remembering</source>
        <translation>Recordar</translation>
    </message>
    <message>
        <source>Searched by</source>
        <translation>Buscado por</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Storing the question</source>
        <translation>Guardar la pregunta</translation>
    </message>
    <message>
        <source>This is what the question means in this chat, in the model’s words.</source>
        <translation>Esto es lo que la pregunta quiere decir en este chat, en palabras del modelo.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Unsupported</source>
        <translation>Sin respaldo</translation>
    </message>
    <message>
        <source>Writing the answer</source>
        <translation>Escribir la respuesta</translation>
    </message>
    <message>
        <source>a closer look</source>
        <translation>una mirada más atenta</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>meaning of the question</source>
        <translation>significado de la pregunta</translation>
    </message>
    <message>
        <source>meanings</source>
        <translation>significados</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>pasajes</translation>
    </message>
    <message>
        <source>which files</source>
        <translation>qué archivos</translation>
    </message>
    <message>
        <source>words</source>
        <translation>palabras</translation>
    </message>
    <message>
        <source>words alone: the meanings are not indexed yet</source>
        <translation>solo palabras: los significados aún no están indexados</translation>
    </message>
    <message>
        <source>words alone: the model of meanings failed</source>
        <translation>solo palabras: el modelo de significados falló</translation>
    </message>
    <message>
        <source>words alone: there is no model of meanings</source>
        <translation>solo palabras: no hay modelo de significados</translation>
    </message>
    <message>
        <source>words and meaning</source>
        <translation>palabras y significado</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0}&#xa0;ms</translation>
    </message>
    <message>
        <source>{0} names no passage.</source>
        <translation>A {0} no le corresponde ningún pasaje.</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}&#xa0;s</translation>
    </message>
    <message>
        <source>{0} tokens read</source>
        <translation>{0} tokens leídos</translation>
    </message>
    <message>
        <source>{0} written</source>
        <translation>{0} escritos</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«{0}»</translation>
    </message>
</context>
<context>
    <name>HungQuestion</name>
    <message>
        <source>Hearth does not answer</source>
        <translation>Hearth no responde</translation>
    </message>
    <message>
        <source>Hearth is running, but it does not answer</source>
        <translation>Hearth está en marcha, pero no responde</translation>
    </message>
    <message>
        <source>It may be busy for a moment. If it stays like this, end it and Hearth starts anew. What was saved is safe; text that you were still typing may be lost.</source>
        <translation>Puede que solo esté ocupado un momento. Si sigue así, finalízalo y Hearth volverá a empezar. Lo guardado está a salvo; el texto que aún estabas escribiendo puede perderse.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Finalizar</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>No keys: {0}</source>
        <translation>Sin teclas: {0}</translation>
    </message>
    <message>
        <source>Set keys…</source>
        <translation>Elegir teclas…</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}: no keys</source>
        <translation>{0}: sin teclas</translation>
    </message>
    <message>
        <source>Press Enter, then the new keys</source>
        <translation>Pulsa Intro y después las teclas nuevas</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Pulsa las teclas…</translation>
    </message>
    <message>
        <source>Press the keys. Escape keeps the old ones, Backspace removes them.</source>
        <translation>Pulsa las teclas. Esc conserva las anteriores, Retroceso las quita.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>“{0}” is not a combination of keys.</source>
        <translation>«{0}» no es una combinación de teclas.</translation>
    </message>
    <message>
        <source>Typing would set this off. Add Ctrl, Alt or the Windows key, or take a function key.</source>
        <translation>Se activaría al escribir. Añade Ctrl, Alt o la tecla Windows, o usa una tecla de función.</translation>
    </message>
    <message>
        <source>The system or every program needs “{0}”.</source>
        <translation>El sistema o todos los programas necesitan «{0}».</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Each of these opens this profile. Keep at least one that you cannot lose.</source>
        <translation>Cada una de estas formas abre este perfil. Conserva al menos una que no puedas perder.</translation>
    </message>
    <message>
        <source>Add a passphrase…</source>
        <translation>Añadir frase de paso…</translation>
    </message>
    <message>
        <source>Add the system keyring</source>
        <translation>Añadir llavero del sistema</translation>
    </message>
    <message>
        <source>Require both…</source>
        <translation>Pedir las dos…</translation>
    </message>
    <message>
        <source>Add a recovery key</source>
        <translation>Añadir clave de recuperación</translation>
    </message>
    <message>
        <source>Encrypt anew…</source>
        <translation>Cifrar de nuevo…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>Opens the profile by itself.</source>
        <translation>Abre el perfil por sí sola.</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>Llavero del sistema</translation>
    </message>
    <message>
        <source>Opens the profile while you are logged in.</source>
        <translation>Abre el perfil mientras tienes la sesión iniciada.</translation>
    </message>
    <message>
        <source>Passphrase and keyring together</source>
        <translation>Frase de paso y llavero a la vez</translation>
    </message>
    <message>
        <source>Neither opens the profile alone.</source>
        <translation>Ninguno abre el perfil por separado.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>For the day when everything else is lost.</source>
        <translation>Para el día en que se pierda todo lo demás.</translation>
    </message>
    <message>
        <source>Since {0}</source>
        <translation>Desde {0}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>Comprobar…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Nueva…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation>Añadir una frase de paso</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de paso</translation>
    </message>
    <message>
        <source>Require passphrase and keyring together</source>
        <translation>Pedir la frase de paso y el llavero a la vez</translation>
    </message>
    <message>
        <source>The way in was changed.</source>
        <translation>Se cambió la forma de abrir.</translation>
    </message>
    <message>
        <source>The system keyring opens this profile now.</source>
        <translation>El llavero del sistema ya abre este perfil.</translation>
    </message>
    <message>
        <source>Remove “{0}”?</source>
        <translation>¿Quitar «{0}»?</translation>
    </message>
    <message>
        <source>It will no longer open this profile.</source>
        <translation>Ya no abrirá este perfil.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Quitado.</translation>
    </message>
    <message>
        <source>Your copy opens this profile.</source>
        <translation>Tu copia abre este perfil.</translation>
    </message>
    <message>
        <source>Encrypt everything anew</source>
        <translation>Volver a cifrar todo</translation>
    </message>
    <message>
        <source>Your new recovery key</source>
        <translation>Tu nueva clave de recuperación</translation>
    </message>
    <message>
        <source>{0}

The old one opens nothing any more, except backups made before. It is shown only now.</source>
        <translation>{0}

La anterior ya no abre nada, salvo las copias de seguridad hechas antes. Solo se muestra ahora.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ya la tengo guardada</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n capítulo</numerusform>
            <numerusform>%n capítulos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters that nobody sees in the document were left out: they may be meant to mislead a model.</source>
        <translation>
            <numerusform>Se omitió %n carácter que nadie ve en el documento: puede estar ahí para engañar a un modelo.</numerusform>
            <numerusform>Se omitieron %n caracteres que nadie ve en el documento: pueden estar ahí para engañar a un modelo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in part</source>
        <translation>
            <numerusform>%n en parte</numerusform>
            <numerusform>%n en parte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>falta %n</numerusform>
            <numerusform>faltan %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%n no leído</numerusform>
            <numerusform>%n no leídos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n página</numerusform>
            <numerusform>%n páginas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages hold no text that could be read. Scanned pages need “Read scanned pages” in the settings.</source>
        <translation>
            <numerusform>%n página no contiene texto que se pueda leer. Las páginas escaneadas necesitan «Leer páginas escaneadas» en los ajustes.</numerusform>
            <numerusform>%n páginas no contienen texto que se pueda leer. Las páginas escaneadas necesitan «Leer páginas escaneadas» en los ajustes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages read from pictures</source>
        <translation>
            <numerusform>%n página leída de imágenes</numerusform>
            <numerusform>%n páginas leídas de imágenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages without text</source>
        <translation>
            <numerusform>%n página sin texto</numerusform>
            <numerusform>%n páginas sin texto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts are protected and were not read.</source>
        <translation>
            <numerusform>%n parte está protegida y no se leyó.</numerusform>
            <numerusform>%n partes están protegidas y no se leyeron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts not read</source>
        <translation>
            <numerusform>%n parte no leída</numerusform>
            <numerusform>%n partes no leídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts, such as attachments, were not read.</source>
        <translation>
            <numerusform>%n parte, por ejemplo un adjunto, no se leyó.</numerusform>
            <numerusform>%n partes, por ejemplo adjuntos, no se leyeron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n pasaje</numerusform>
            <numerusform>%n pasajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected parts not read</source>
        <translation>
            <numerusform>%n parte protegida no leída</numerusform>
            <numerusform>%n partes protegidas no leídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slides</source>
        <translation>
            <numerusform>%n diapositiva</numerusform>
            <numerusform>%n diapositivas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to read</source>
        <translation>
            <numerusform>%n por leer</numerusform>
            <numerusform>%n por leer</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message numerus="yes">
        <source>All that was read is destroyed, with %n passages of the index. What lies on the disk stays where it is.</source>
        <translation>
            <numerusform>Se destruye todo lo leído, con %n pasaje del índice. Lo que hay en el disco se queda donde está.</numerusform>
            <numerusform>Se destruye todo lo leído, con %n pasajes del índice. Lo que hay en el disco se queda donde está.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that was read of it is destroyed: texts, passages and index ({0}). The files themselves stay where they are.</source>
        <translation>Se destruye todo lo que se leyó de ella: textos, pasajes e índice ({0}). Los archivos en sí se quedan donde están.</translation>
    </message>
    <message>
        <source>All that was read of its files is destroyed. The folder and its files stay as they are.</source>
        <translation>Se destruye todo lo que se leyó de sus archivos. La carpeta y sus archivos se quedan como están.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Colecciones</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete the collection</source>
        <translation>Eliminar la colección</translation>
    </message>
    <message>
        <source>Delete the collection…</source>
        <translation>Eliminar la colección…</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>¿Eliminar «{0}»?</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Drop a folder or files here</source>
        <translation>Suelta aquí una carpeta o archivos</translation>
    </message>
    <message>
        <source>Files that Hearth has read, to be searched and asked. Nothing leaves this computer.</source>
        <translation>Archivos que Hearth ha leído, para buscar en ellos y preguntarles. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Archivos…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Carpeta…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n files?</source>
        <translation>
            <numerusform>¿Olvidar %n archivo?</numerusform>
            <numerusform>¿Olvidar %n archivos?</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget “{0}”?</source>
        <translation>¿Olvidar «{0}»?</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Olvidar…</translation>
    </message>
    <message>
        <source>Hearth reads them on this computer and keeps their text encrypted. Then you can search them and ask about them, with the page that each answer comes from.</source>
        <translation>Hearth los lee en este equipo y guarda su texto cifrado. Después puedes buscar en ellos y hacerles preguntas, y cada respuesta indica la página de la que sale.</translation>
    </message>
    <message>
        <source>In a folder that is followed they are left out from now on.</source>
        <translation>En una carpeta cuyos cambios se siguen, quedan excluidos a partir de ahora.</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Colección nueva</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Colección nueva…</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Aún sin archivos</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>No leído</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Volver a leer</translation>
    </message>
    <message>
        <source>Read again what failed</source>
        <translation>Volver a leer lo que falló</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Volver a leer todo</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>Leer aquí</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>Renombrar la colección</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Renew the index</source>
        <translation>Rehacer el índice</translation>
    </message>
    <message>
        <source>Search your documents</source>
        <translation>Buscar en tus documentos</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take out a folder</source>
        <translation>Quitar una carpeta</translation>
    </message>
    <message>
        <source>Take out “{0}”?</source>
        <translation>¿Quitar «{0}»?</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>Texto…</translation>
    </message>
    <message>
        <source>The document is longer than Hearth reads; its end is not searched.</source>
        <translation>El documento es más largo de lo que Hearth lee; en el final no se busca.</translation>
    </message>
    <message numerus="yes">
        <source>The words of %n pages were recognised from pictures; a few may be wrong.</source>
        <translation>
            <numerusform>Las palabras de %n página se reconocieron a partir de imágenes; puede haber algún error.</numerusform>
            <numerusform>Las palabras de %n páginas se reconocieron a partir de imágenes; puede haber algún error.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>also in {0}</source>
        <translation>también en {0}</translation>
    </message>
    <message>
        <source>cut short: too long</source>
        <translation>cortado: demasiado largo</translation>
    </message>
    <message numerus="yes">
        <source>hidden text left out (%n characters)</source>
        <translation>
            <numerusform>texto oculto omitido (%n carácter)</numerusform>
            <numerusform>texto oculto omitido (%n caracteres)</numerusform>
        </translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>significado</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>página {0}</translation>
    </message>
    <message>
        <source>part {0}</source>
        <translation>parte {0}</translation>
    </message>
    <message>
        <source>slide {0}</source>
        <translation>diapositiva {0}</translation>
    </message>
    <message>
        <source>words</source>
        <translation>palabras</translation>
    </message>
    <message>
        <source>words and meaning</source>
        <translation>palabras y significado</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Nivel del micrófono</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Sound comes in</source>
        <translation>Entra sonido</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>Demasiado fuerte</translation>
    </message>
</context>
<context>
    <name>LevelView</name>
    <message>
        <source>Microphone level</source>
        <translation>Nivel del micrófono</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Exported to “{0}”.</source>
        <translation>Exportado a «{0}».</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Saved as you type</source>
        <translation>Se guarda mientras escribes</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>No está todo guardado</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message numerus="yes">
        <source>%n brought back.</source>
        <translation>
            <numerusform>%n recuperado.</numerusform>
            <numerusform>%n recuperados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported.</source>
        <translation>
            <numerusform>%n importado.</numerusform>
            <numerusform>%n importados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Exportar todo…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>What has been understood</source>
        <translation>Lo que se ha entendido</translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>It has not written anything yet.</source>
        <translation>Aún no ha escrito nada.</translation>
    </message>
    <message>
        <source>It stays on this computer and names models and settings, but no questions or answers.</source>
        <translation>Se queda en este equipo y nombra modelos y ajustes, pero no preguntas ni respuestas.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Log of Hearth’s own Ollama</source>
        <translation>Registro del Ollama propio de Hearth</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
</context>
<context>
    <name>LoudspeakerTest</name>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>Play a tone</source>
        <translation>Reproducir un tono</translation>
    </message>
    <message>
        <source>Say a sentence</source>
        <translation>Decir una frase</translation>
    </message>
    <message>
        <source>Show voices</source>
        <translation>Ver voces</translation>
    </message>
</context>
<context>
    <name>MacosBackend</name>
    <message>
        <source>macOS cannot watch the key “{0}”.</source>
        <translation>macOS no puede vigilar la tecla «{0}».</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>Elige otra combinación.</translation>
    </message>
    <message>
        <source>macOS does not let Hearth hear keys yet.</source>
        <translation>macOS aún no deja que Hearth detecte las teclas.</translation>
    </message>
    <message>
        <source>Open System Settings › Privacy &amp; Security › Accessibility, switch Hearth on, and try again.</source>
        <translation>Abre Ajustes del Sistema › Privacidad y seguridad › Accesibilidad, activa Hearth y vuelve a intentarlo.</translation>
    </message>
</context>
<context>
    <name>MeaningLine</name>
    <message>
        <source>A multilingual model can be chosen in the settings.</source>
        <translation>En los ajustes se puede elegir un modelo multilingüe.</translation>
    </message>
    <message>
        <source>How documents are found</source>
        <translation>Cómo se encuentran los documentos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>MeaningWords</name>
    <message>
        <source>A new index is being made, {0} passages so far; the old one answers until then.</source>
        <translation>Se está creando un índice nuevo, {0} pasajes hasta ahora; mientras tanto responde el anterior.</translation>
    </message>
    <message>
        <source>Chroma</source>
        <translation>Chroma</translation>
    </message>
    <message>
        <source>Chroma server</source>
        <translation>Servidor Chroma</translation>
    </message>
    <message>
        <source>Index: {0}, {1} of {2} passages so far.</source>
        <translation>Índice: {0}, {1} de {2} pasajes hasta ahora.</translation>
    </message>
    <message>
        <source>Index: {0}, {1} passages.</source>
        <translation>Índice: {0}, {1} pasajes.</translation>
    </message>
    <message>
        <source>Meanings are being prepared, {0} passages so far.</source>
        <translation>Se están preparando los significados, {0} pasajes hasta ahora.</translation>
    </message>
    <message>
        <source>Meanings are found with {0}.</source>
        <translation>Los significados se encuentran con {0}.</translation>
    </message>
    <message>
        <source>The built-in model finds meanings in English; texts in other languages are found by their words.</source>
        <translation>El modelo integrado encuentra significados en inglés; los textos en otros idiomas se encuentran por sus palabras.</translation>
    </message>
    <message>
        <source>The model of meanings does not answer: files are found by their words only.</source>
        <translation>El modelo de significados no responde: los archivos solo se encuentran por sus palabras.</translation>
    </message>
    <message>
        <source>exact comparison</source>
        <translation>comparación exacta</translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>For a month</source>
        <translation>Un mes</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Una semana</translation>
    </message>
    <message>
        <source>For a year</source>
        <translation>Un año</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Para siempre</translation>
    </message>
    <message>
        <source>For half a year</source>
        <translation>Medio año</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>How long it is remembered</source>
        <translation>Cuánto tiempo se recuerda</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>Preferencia</translation>
    </message>
    <message>
        <source>Remember this?</source>
        <translation>¿Recordar esto?</translation>
    </message>
    <message>
        <source>Show the chat</source>
        <translation>Mostrar el chat</translation>
    </message>
    <message>
        <source>Use it in every answer</source>
        <translation>Usar en todas las respuestas</translation>
    </message>
    <message>
        <source>Use it only where it matters</source>
        <translation>Usar solo cuando venga al caso</translation>
    </message>
    <message>
        <source>What is remembered</source>
        <translation>Lo que se recuerda</translation>
    </message>
    <message>
        <source>Word it otherwise</source>
        <translation>Redactarlo de otra forma</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrado</numerusform>
            <numerusform>%n encontrados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memories</source>
        <translation>
            <numerusform>%n recuerdo</numerusform>
            <numerusform>%n recuerdos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for your answer</source>
        <translation>
            <numerusform>%n espera tu respuesta</numerusform>
            <numerusform>%n esperan tu respuesta</numerusform>
        </translation>
    </message>
    <message>
        <source>After an answer Hearth proposes what it noticed. Only what you keep is remembered.</source>
        <translation>Después de una respuesta, Hearth propone lo que ha notado. Solo se recuerda lo que guardes.</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Preguntarme</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Expired on {0}, no longer used</source>
        <translation>Caducó el {0}; ya no se usa</translation>
    </message>
    <message numerus="yes">
        <source>Forget all %n memories?</source>
        <translation>
            <numerusform>¿Olvidar %n recuerdo?</numerusform>
            <numerusform>¿Olvidar los %n recuerdos?</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Olvidar todo</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Olvidar todo…</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Olvidado.</translation>
    </message>
    <message>
        <source>From a chat on {0}</source>
        <translation>De un chat del {0}</translation>
    </message>
    <message>
        <source>Hearth learns nothing from chats. What you write here is remembered all the same.</source>
        <translation>Hearth no aprende nada de los chats. Lo que escribas aquí se recuerda igualmente.</translation>
    </message>
    <message>
        <source>Hearth notices nothing. What is in the list is still used.</source>
        <translation>Hearth no se fija en nada. Lo que hay en la lista se sigue usando.</translation>
    </message>
    <message>
        <source>Learn from chats</source>
        <translation>Aprender de los chats</translation>
    </message>
    <message>
        <source>Means something near</source>
        <translation>Significado parecido</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>No memory holds these words.</source>
        <translation>Ningún recuerdo contiene estas palabras.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Nothing is remembered yet</source>
        <translation>Aún no se recuerda nada</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Recordar</translation>
    </message>
    <message>
        <source>Remember it again</source>
        <translation>Volver a recordarlo</translation>
    </message>
    <message>
        <source>Remembered.</source>
        <translation>Recordado.</translation>
    </message>
    <message>
        <source>Search memories</source>
        <translation>Buscar recuerdos</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>Something to remember</source>
        <translation>Algo que recordar</translation>
    </message>
    <message>
        <source>Tell Hearth something to remember, such as “I am allergic to nuts.”</source>
        <translation>Dile a Hearth algo que recordar, por ejemplo: «Soy alérgico a los frutos secos».</translation>
    </message>
    <message>
        <source>This cannot be undone. The chats in which they were learnt stay, and still hold the words.</source>
        <translation>No se puede deshacer. Los chats en los que se aprendieron se quedan y siguen conteniendo esas palabras.</translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation>Hasta el {0}</translation>
    </message>
    <message numerus="yes">
        <source>Used in %n answers</source>
        <translation>
            <numerusform>Usado en %n respuesta</numerusform>
            <numerusform>Usado en %n respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>What Hearth learns about you</source>
        <translation>Lo que Hearth aprende de ti</translation>
    </message>
    <message>
        <source>What Hearth notices is kept at once, and you are told.</source>
        <translation>Lo que Hearth nota se guarda al momento, y te avisa.</translation>
    </message>
    <message>
        <source>What you mention about yourself in a chat will be kept, and listed here.</source>
        <translation>Lo que menciones sobre ti en un chat se guardará y aparecerá aquí.</translation>
    </message>
    <message>
        <source>What you tell Hearth about yourself can be remembered for later chats. Nothing is learnt from documents or private chats, and nothing leaves this profile.</source>
        <translation>Lo que le cuentas a Hearth sobre ti se puede recordar para chats posteriores. De los documentos y los chats privados no se aprende nada, y nada sale de este perfil.</translation>
    </message>
    <message>
        <source>When you mention something about yourself in a chat, Hearth asks whether to remember it. You can also write it here.</source>
        <translation>Cuando mencionas algo sobre ti en un chat, Hearth pregunta si debe recordarlo. También puedes escribirlo aquí.</translation>
    </message>
    <message>
        <source>You wrote it on {0}</source>
        <translation>Lo escribiste el {0}</translation>
    </message>
    <message>
        <source>last on {0}</source>
        <translation>la última vez el {0}</translation>
    </message>
</context>
<context>
    <name>MemoryProposals</name>
    <message>
        <source>Forget it</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Remember this? {0}</source>
        <translation>¿Recordar esto? {0}</translation>
    </message>
    <message>
        <source>Remembered: “{0}”</source>
        <translation>Recordado: «{0}»</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
    <message>
        <source>Change this note</source>
        <translation>Cambiar esta nota</translation>
    </message>
    <message>
        <source>Ask a model about this</source>
        <translation>Preguntar a un modelo sobre esto</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Eliminar esta nota</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Editar y reenviar</translation>
    </message>
    <message>
        <source>How this answer was made</source>
        <translation>Cómo se hizo esta respuesta</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Responder de nuevo</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Show versions side by side</source>
        <translation>Ver versiones una al lado de otra</translation>
    </message>
    <message>
        <source>Continue in a new chat</source>
        <translation>Continuar en un chat nuevo</translation>
    </message>
    <message>
        <source>Delete from here</source>
        <translation>Eliminar desde aquí</translation>
    </message>
</context>
<context>
    <name>MessageDeeds</name>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>Se está escribiendo una respuesta. Detenla antes o espera.</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Mostrar modelos</translation>
    </message>
    <message>
        <source>{0} (copy)</source>
        <translation>{0} (copia)</translation>
    </message>
    <message>
        <source>Deleted, with everything below it.</source>
        <translation>Eliminado, con todo lo que había debajo.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Show more (%1 characters are not shown)</source>
        <translation>Mostrar más (faltan %1 caracteres)</translation>
    </message>
    <message>
        <source>Copy the whole message (%1 characters are not shown)</source>
        <translation>Copiar todo el mensaje (%1 caracteres no se muestran)</translation>
    </message>
    <message>
        <source>Unsupported citations: {0}.</source>
        <translation>Citas sin respaldo: {0}.</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>Detuviste esta respuesta.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 tokens/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>From %n files of yours.</source>
        <translation>
            <numerusform>De %n archivo tuyo.</numerusform>
            <numerusform>De %n archivos tuyos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Heard up to here: “…{0}”</source>
        <translation>Oído hasta aquí: «…{0}»</translation>
    </message>
    <message>
        <source>Not heard to its end.</source>
        <translation>No se oyó hasta el final.</translation>
    </message>
    <message>
        <source>The answer failed: %1</source>
        <translation>La respuesta falló: %1</translation>
    </message>
    <message>
        <source>The answer was stopped.</source>
        <translation>La respuesta se detuvo.</translation>
    </message>
    <message>
        <source>Your documents</source>
        <translation>Tus documentos</translation>
    </message>
    <message>
        <source>with words of your documents</source>
        <translation>con palabras de tus documentos</translation>
    </message>
    <message>
        <source>The answer is finished.</source>
        <translation>La respuesta está completa.</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Dijiste</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 respondió</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Error: %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Still writing.</source>
        <translation>Aún escribiendo.</translation>
    </message>
</context>
<context>
    <name>MicrophoneButton</name>
    <message>
        <source>Listening. Press to send</source>
        <translation>Escuchando. Pulsa para enviar</translation>
    </message>
    <message>
        <source>Talk: hold, or press to begin</source>
        <translation>Hablar: mantén, o pulsa para empezar</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>Speak as you usually do: the lights should reach the last third.</source>
        <translation>Habla como siempre: las luces deberían llegar al último tercio.</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Detener la prueba</translation>
    </message>
    <message>
        <source>Test the microphone</source>
        <translation>Probar el micrófono</translation>
    </message>
    <message>
        <source>The microphone is open.</source>
        <translation>El micrófono está abierto.</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>Demasiado fuerte</translation>
    </message>
</context>
<context>
    <name>ModelDeeds</name>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>¿Eliminar «{0}»?</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Only its entry goes; it runs on somebody else’s computer.</source>
        <translation>Solo se quita su entrada; se ejecuta en un equipo ajeno.</translation>
    </message>
    <message>
        <source>{0} become free. You can download it again at any time.</source>
        <translation>Se liberan {0}. Puedes volver a descargarlo cuando quieras.</translation>
    </message>
    <message>
        <source>{0}-mine</source>
        <translation>{0}-propio</translation>
    </message>
</context>
<context>
    <name>ModelDetail</name>
    <message>
        <source>Abilities</source>
        <translation>Capacidades</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Suma de comprobación</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Cerrar los detalles</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Download ({0})</source>
        <translation>Descargar ({0})</translation>
    </message>
    <message>
        <source>Download {0}</source>
        <translation>Descargar {0}</translation>
    </message>
    <message>
        <source>Downloaded from</source>
        <translation>Descargado de</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Hearth downloads {0} ({1}) from {2}, and opens connections to no others.</source>
        <translation>Hearth descarga {0} ({1}) de {2} y no abre conexiones a ningún otro sitio.</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>Cómo responde</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>En memoria</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Load now</source>
        <translation>Cargar ahora</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Make a variant…</source>
        <translation>Crear variante…</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>Ollama downloads {0} ({1}) from {2}.</source>
        <translation>Ollama descarga {0} ({1}) de {2}.</translation>
    </message>
    <message>
        <source>Ollama’s name</source>
        <translation>Nombre en Ollama</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>Cuantización</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Prompt del sistema</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Liberar memoria</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>Usar en chats nuevos</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>unos {0}</translation>
    </message>
    <message>
        <source>an unknown amount</source>
        <translation>tamaño desconocido</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>conversa</translation>
    </message>
    <message>
        <source>fills gaps in code</source>
        <translation>completa código</translation>
    </message>
    <message>
        <source>finds by meaning</source>
        <translation>busca por significado</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>ve imágenes</translation>
    </message>
    <message>
        <source>thinks before it answers</source>
        <translation>piensa antes de responder</translation>
    </message>
    <message>
        <source>uses tools</source>
        <translation>usa herramientas</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>yes, {0} of it on the graphics card</source>
        <translation>sí, {0} en la tarjeta gráfica</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} tokens</translation>
    </message>
</context>
<context>
    <name>ModelOrder</name>
    <message>
        <source>Add a model</source>
        <translation>Añadir un modelo</translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation>Subir {0}</translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation>Bajar {0}</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Quitar {0}</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <translation>Elige un modelo</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modelo: %1</translation>
    </message>
</context>
<context>
    <name>ModelPopup</name>
    <message>
        <source>runs on another computer</source>
        <translation>se ejecuta en otro equipo</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>en memoria</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>no instalado</translation>
    </message>
    <message>
        <source>server not running</source>
        <translation>el servidor no está en marcha</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elige un modelo</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Buscar modelos</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>Volver a buscar modelos</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Models with a cloud run on somebody else’s computer.</source>
        <translation>Los modelos con una nube se ejecutan en un equipo ajeno.</translation>
    </message>
    <message>
        <source>No model server answers</source>
        <translation>No responde ningún servidor de modelos</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No installed model is called like that.</source>
        <translation>Ningún modelo instalado se llama así.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Install one in a terminal, for example with “ollama pull llama3.2:3b”.</source>
        <translation>Instala uno en un terminal, por ejemplo con «ollama pull llama3.2:3b».</translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation>No hay ningún modelo instalado</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>ve imágenes</translation>
    </message>
    <message>
        <source>uses tools</source>
        <translation>usa herramientas</translation>
    </message>
    <message>
        <source>thinks</source>
        <translation>piensa</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>many languages</source>
        <translation>muchos idiomas</translation>
    </message>
    <message>
        <source>Answers, writes and explains in chats.</source>
        <translation>Responde, escribe y explica en los chats.</translation>
    </message>
    <message>
        <source>Turns what you say into text.</source>
        <translation>Convierte en texto lo que dices.</translation>
    </message>
    <message>
        <source>Reads answers aloud.</source>
        <translation>Lee las respuestas en voz alta.</translation>
    </message>
    <message>
        <source>Finds passages by their meaning.</source>
        <translation>Encuentra pasajes por su significado.</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recomendado</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Justo</translation>
    </message>
    <message>
        <source>Too large for this computer</source>
        <translation>Demasiado grande para este equipo</translation>
    </message>
    <message>
        <source>Not enough disk space</source>
        <translation>No hay espacio en el disco</translation>
    </message>
    <message>
        <source>The best choice for this computer.</source>
        <translation>La mejor elección para este equipo.</translation>
    </message>
    <message>
        <source>Fits this computer comfortably.</source>
        <translation>Va holgado en este equipo.</translation>
    </message>
    <message>
        <source>Fits this computer, but leaves little room for anything else.</source>
        <translation>Cabe en este equipo, pero deja poco sitio para lo demás.</translation>
    </message>
    <message>
        <source>Needs more memory than this computer has.</source>
        <translation>Necesita más memoria de la que tiene este equipo.</translation>
    </message>
    <message>
        <source>Needs more disk space than is free.</source>
        <translation>Necesita más espacio en disco del que hay libre.</translation>
    </message>
    <message>
        <source>Checked by Ollama against its registry</source>
        <translation>La comprueba Ollama con su registro</translation>
    </message>
    <message>
        <source>Known to Hearth; every byte is checked against it</source>
        <translation>Hearth la conoce; con ella se comprueba cada byte</translation>
    </message>
    <message numerus="yes">
        <source>Known for %n files; for the others the host’s own is used</source>
        <translation>
            <numerusform>Conocida para %n archivo; para los demás se usa la del servidor</numerusform>
            <numerusform>Conocida para %n archivos; para los demás se usa la del servidor</numerusform>
        </translation>
    </message>
    <message>
        <source>Not published beforehand; the host’s own is used</source>
        <translation>No se publica de antemano; se usa la del servidor</translation>
    </message>
    <message>
        <source>runs on somebody else’s computer</source>
        <translation>se ejecuta en un equipo ajeno</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} y %n más</numerusform>
            <numerusform>{0} y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>{0} de memoria</translation>
    </message>
    <message>
        <source>New chats</source>
        <translation>Chats nuevos</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Cargado</translation>
    </message>
</context>
<context>
    <name>ModelfileDialog</name>
    <message>
        <source>A Modelfile says on which model to build, what to tell it first, and how it answers.</source>
        <translation>Un Modelfile dice sobre qué modelo construir, qué decirle antes que nada y cómo responde.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Create a model from a Modelfile</source>
        <translation>Crear un modelo a partir de un Modelfile</translation>
    </message>
    <message>
        <source>Letters, digits and - _ . only; a colon before a variant</source>
        <translation>Solo letras, dígitos y - _ . ; dos puntos antes de la variante</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>my-model</source>
        <translation>mi-modelo</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add another model…</source>
        <translation>Añadir otro modelo…</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Cualquier idioma</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponibles</translation>
    </message>
    <message>
        <source>Create from a Modelfile…</source>
        <translation>Crear con un Modelfile…</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embeddings</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalados</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lenguaje</translation>
    </message>
    <message>
        <source>Language that the model should know</source>
        <translation>Idioma que debe conocer el modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>New chats use {0}.</source>
        <translation>Los chats nuevos usan {0}.</translation>
    </message>
    <message>
        <source>No model matches</source>
        <translation>Ningún modelo coincide</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Aún no hay nada aquí</translation>
    </message>
    <message>
        <source>Ollama does not answer, so its models are missing here. Files and the catalogue are shown.</source>
        <translation>Ollama no responde, así que faltan sus modelos. Se muestran los archivos y el catálogo.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Buscar modelos</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Habla</translation>
    </message>
    <message>
        <source>Try another word or language.</source>
        <translation>Prueba con otra palabra u otro idioma.</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Voces</translation>
    </message>
    <message>
        <source>{0} is ready.</source>
        <translation>{0} está listo.</translation>
    </message>
</context>
<context>
    <name>NameQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Hearth connects to this computer only. Anything else needs a door that you open here, for one computer and one purpose.</source>
        <translation>Hearth solo se conecta a este equipo. Todo lo demás necesita una puerta que abres aquí, para un equipo y con una finalidad.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>No hay nada abierto</translation>
    </message>
    <message>
        <source>Nothing that you write can leave this computer.</source>
        <translation>Nada de lo que escribes puede salir de este equipo.</translation>
    </message>
    <message>
        <source>Open a door</source>
        <translation>Abrir una puerta</translation>
    </message>
    <message>
        <source>Refused connections</source>
        <translation>Conexiones rechazadas</translation>
    </message>
    <message>
        <source>Nothing was refused since Hearth was started.</source>
        <translation>No se ha rechazado nada desde que se inició Hearth.</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n vez)</numerusform>
            <numerusform>(%n veces)</numerusform>
        </translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Nombre o dirección</translation>
    </message>
    <message>
        <source>Name or address of the computer</source>
        <translation>Nombre o dirección del equipo</translation>
    </message>
    <message>
        <source>any port</source>
        <translation>todo puerto</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>¿Para qué?</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open since {0}</source>
        <translation>Abierta desde {0}</translation>
    </message>
    <message>
        <source>, until {0}</source>
        <translation>, hasta {0}</translation>
    </message>
    <message>
        <source>No purpose was given.</source>
        <translation>No se indicó ninguna finalidad.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the door to {0}</source>
        <translation>Cerrar la puerta a {0}</translation>
    </message>
    <message>
        <source>{0}  A connection to {1}, port {2}: no door to it is open.</source>
        <translation>{0}  Una conexión a {1}, puerto {2}: no hay ninguna puerta abierta.</translation>
    </message>
    <message>
        <source>{0}  Looking up the name {1}: no door to it is open.</source>
        <translation>{0}  Búsqueda del nombre {1}: no hay ninguna puerta abierta.</translation>
    </message>
</context>
<context>
    <name>NoBackend</name>
    <message>
        <source>Keys cannot be watched on this screen.</source>
        <translation>En esta pantalla no se pueden vigilar las teclas.</translation>
    </message>
    <message>
        <source>Make a shortcut in your desktop’s settings that runs the command shown here.</source>
        <translation>Crea en los ajustes de tu escritorio un atajo que ejecute la orden que se muestra aquí.</translation>
    </message>
</context>
<context>
    <name>NoModelCard</name>
    <message>
        <source>Set up…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Hearth has no model to ask yet: Ollama is not installed.</source>
        <translation>Hearth aún no tiene ningún modelo al que preguntar: Ollama no está instalado.</translation>
    </message>
    <message>
        <source>Set it up in a few steps. Hearth downloads it only after you have agreed.</source>
        <translation>Configúralo en unos pocos pasos. Hearth no lo descarga hasta que aceptes.</translation>
    </message>
    <message>
        <source>Until then Hearth quotes your documents when you ask. You can search your chats and keep notes.</source>
        <translation>Hasta entonces, Hearth cita tus documentos cuando preguntas. Puedes buscar en tus chats y guardar notas.</translation>
    </message>
    <message>
        <source>Ollama is installed, but it is not running.</source>
        <translation>Ollama está instalado, pero no está en marcha.</translation>
    </message>
    <message>
        <source>Start it, or let the set-up do that. Hearth notices by itself when it is there.</source>
        <translation>Inícialo o deja que lo haga la configuración. Hearth se da cuenta solo cuando está ahí.</translation>
    </message>
    <message>
        <source>The model server at {0} cannot be reached.</source>
        <translation>No se puede acceder al servidor de modelos en {0}.</translation>
    </message>
    <message>
        <source>Check that it runs there and that the address is right, or set up another one.</source>
        <translation>Comprueba que funciona allí y que la dirección es correcta, o configura otro.</translation>
    </message>
    <message>
        <source>No language model is installed yet.</source>
        <translation>Aún no hay ningún modelo de lenguaje instalado.</translation>
    </message>
    <message>
        <source>The set-up advises models that fit this computer.</source>
        <translation>La configuración te propone modelos que van bien en este equipo.</translation>
    </message>
    <message>
        <source>The model “{0}” is not installed.</source>
        <translation>El modelo «{0}» no está instalado.</translation>
    </message>
    <message>
        <source>Install it, or choose another model below.</source>
        <translation>Instálalo o elige otro modelo abajo.</translation>
    </message>
</context>
<context>
    <name>NoteDesk</name>
    <message>
        <source>Note deleted.</source>
        <translation>Nota eliminada.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Nothing of a private chat is kept, so it cannot become a note.</source>
        <translation>De un chat privado no se guarda nada, así que no puede convertirse en nota.</translation>
    </message>
    <message>
        <source>Kept as a note.</source>
        <translation>Guardado como nota.</translation>
    </message>
</context>
<context>
    <name>NoteTaking</name>
    <message>
        <source>Voice note</source>
        <translation>Nota de voz</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Hearth has something for you</source>
        <translation>Hearth tiene algo para ti</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>OllamaCard</name>
    <message>
        <source>Check for a newer version</source>
        <translation>Buscar una versión más reciente</translation>
    </message>
    <message>
        <source>First steps…</source>
        <translation>Primeros pasos…</translation>
    </message>
    <message>
        <source>From {0}, only when you press the button; every byte is checked.</source>
        <translation>De {0}, solo cuando pulses el botón; se comprueba cada byte.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama</source>
        <translation>Ollama propio de Hearth</translation>
    </message>
    <message>
        <source>Install (about {0})</source>
        <translation>Instalar (unos {0})</translation>
    </message>
    <message>
        <source>Installed, version {0}. Chats use another server.</source>
        <translation>Instalado, versión {0}. Los chats usan otro servidor.</translation>
    </message>
    <message>
        <source>Installed, version {0}. It is not running.</source>
        <translation>Instalado, versión {0}. No está en marcha.</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <source>It could not be started. The log says more.</source>
        <translation>No se pudo iniciar. El registro dice más.</translation>
    </message>
    <message>
        <source>It ended unexpectedly and is being started again…</source>
        <translation>Terminó de forma inesperada y se está iniciando otra vez…</translation>
    </message>
    <message>
        <source>Not installed, and not needed: Ollama {0} answers at {1}.</source>
        <translation>No está instalado ni hace falta: Ollama {0} responde en {1}.</translation>
    </message>
    <message>
        <source>Not installed. Ollama is a free program that runs language models on this computer; Hearth can keep one of its own, started and ended with it.</source>
        <translation>No está instalado. Ollama es un programa libre que ejecuta modelos de lenguaje en este equipo; Hearth puede tener el suyo, que se inicia y se cierra con él.</translation>
    </message>
    <message>
        <source>Not installed. There is another Ollama on this computer, but it is not running.</source>
        <translation>No está instalado. Hay otro Ollama en este equipo, pero no está en marcha.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Running, version {0}, at {1}. Closed to everybody but Hearth.</source>
        <translation>En marcha, versión {0}, en {1}. Solo Hearth puede acceder a él.</translation>
    </message>
    <message>
        <source>Servers…</source>
        <translation>Servidores…</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Ver registro</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Update to {0} ({1})</source>
        <translation>Actualizar a {0} ({1})</translation>
    </message>
</context>
<context>
    <name>OpenMark</name>
    <message>
        <source>The microphone is open.</source>
        <translation>El micrófono está abierto.</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page of the document</source>
        <translation>Página del documento</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message>
        <source>Text of the document</source>
        <translation>Texto del documento</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find anything</source>
        <translation>Buscar cualquier cosa</translation>
    </message>
    <message>
        <source>Find actions, chats, settings…</source>
        <translation>Buscar acciones, chats, ajustes…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Nothing is called like that</source>
        <translation>Nada se llama así</translation>
    </message>
    <message>
        <source>Try fewer letters or other words.</source>
        <translation>Prueba con menos letras o con otras palabras.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Todo lo demás</translation>
    </message>
    <message>
        <source>In your chats</source>
        <translation>En tus chats</translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivados</translation>
    </message>
    <message>
        <source>Answer with this model</source>
        <translation>Responder con este modelo</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>as usual</source>
        <translation>lo habitual</translation>
    </message>
    <message>
        <source>A number from {0} to {1}, or nothing.</source>
        <translation>Un número de {0} a {1}, o nada.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>0 is strict, 1 lively, 2 wild</source>
        <translation>0 es estricto, 1 vivaz, 2 desbocado</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Tokens that the model sees at once</source>
        <translation>Tokens que el modelo ve a la vez</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Respuesta más larga</translation>
    </message>
    <message>
        <source>In tokens</source>
        <translation>En tokens</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same number makes answers repeatable</source>
        <translation>El mismo número hace repetibles las respuestas</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Share of likely words to choose from</source>
        <translation>Proporción de palabras probables entre las que elegir</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>Number of likely words to choose from</source>
        <translation>Número de palabras probables entre las que elegir</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Penalización por repetir</translation>
    </message>
    <message>
        <source>Above 1 avoids repeating words</source>
        <translation>Por encima de 1 evita repetir palabras</translation>
    </message>
    <message>
        <source>Keep loaded</source>
        <translation>Mantener cargado</translation>
    </message>
    <message>
        <source>Minutes in memory after use</source>
        <translation>Minutos en memoria tras usarlo</translation>
    </message>
</context>
<context>
    <name>ParametersSection</name>
    <message>
        <source>Empty fields leave it to your settings and to the model. A persona’s own values come first.</source>
        <translation>Los campos vacíos lo dejan a tus ajustes y al modelo. Los valores propios de un rol tienen prioridad.</translation>
    </message>
    <message>
        <source>Forget all values that you set for this model</source>
        <translation>Olvidar todos los valores que fijaste para este modelo</translation>
    </message>
    <message>
        <source>Keep these values for this model</source>
        <translation>Guardar estos valores para este modelo</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Aún sin guardar.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saved. It holds from the next answer on.</source>
        <translation>Guardado. Vale desde la próxima respuesta.</translation>
    </message>
</context>
<context>
    <name>PassageCard</name>
    <message>
        <source>Found by its meaning. Opens with a click or Enter.</source>
        <translation>Encontrado por su significado. Se abre con un clic o Intro.</translation>
    </message>
    <message>
        <source>Found by its words and its meaning. Opens with a click or Enter.</source>
        <translation>Encontrado por sus palabras y su significado. Se abre con un clic o Intro.</translation>
    </message>
    <message>
        <source>Found by its words. Opens with a click or Enter.</source>
        <translation>Encontrado por sus palabras. Se abre con un clic o Intro.</translation>
    </message>
    <message>
        <source>Opens with a click or Enter.</source>
        <translation>Se abre con un clic o con Intro.</translation>
    </message>
    <message>
        <source>The model was given no passage with this number. Nothing in your documents stands for this.</source>
        <translation>El modelo no recibió ningún pasaje con este número. Nada en tus documentos respalda esto.</translation>
    </message>
    <message>
        <source>This passage was forgotten, or its file was changed since.</source>
        <translation>Este pasaje se olvidó, o su archivo ha cambiado desde entonces.</translation>
    </message>
    <message>
        <source>{0}: not supported</source>
        <translation>{0}: sin respaldo</translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>Back to the passage</source>
        <translation>Volver al pasaje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Abrir el archivo</translation>
    </message>
    <message>
        <source>Open the file…</source>
        <translation>Abrir el archivo…</translation>
    </message>
    <message>
        <source>Open this file in another program?</source>
        <translation>¿Abrir este archivo en otro programa?</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Página {0} de {1}</translation>
    </message>
    <message>
        <source>Part {0} of {1}</source>
        <translation>Parte {0} de {1}</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Pasaje</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en carpeta</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Mostrar como</translation>
    </message>
    <message>
        <source>Slide {0} of {1}</source>
        <translation>Diapositiva {0} de {1}</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>The file has changed since it was read. This is the text as it was read then.</source>
        <translation>El archivo ha cambiado desde que se leyó. Este es el texto tal como se leyó entonces.</translation>
    </message>
    <message>
        <source>The file is no longer where it was. This is the text as it was read then.</source>
        <translation>El archivo ya no está donde estaba. Este es el texto tal como se leyó entonces.</translation>
    </message>
    <message>
        <source>This document is no longer in Hearth. This is the passage as the answer kept it.</source>
        <translation>Este documento ya no está en Hearth. Este es el pasaje tal como lo conservó la respuesta.</translation>
    </message>
    <message>
        <source>{0}

The other program may load what the file refers to from the internet.</source>
        <translation>{0}

Es posible que el otro programa cargue de internet aquello a lo que el archivo hace referencia.</translation>
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
        <translation>Frase de paso actual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de paso</translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation>Nueva frase de paso, otra vez</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Las dos frases de paso no son iguales.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Bloq Mayús está activado.</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Ocultar lo que se escribe</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Mostrar lo que se escribe</translation>
    </message>
    <message>
        <source>Four or five unrelated words are easy to keep and hard to guess.</source>
        <translation>Cuatro o cinco palabras sin relación son fáciles de recordar y difíciles de adivinar.</translation>
    </message>
    <message>
        <source>Very easy to guess</source>
        <translation>Muy fácil de adivinar</translation>
    </message>
    <message>
        <source>Easy to guess</source>
        <translation>Fácil de adivinar</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>Podría ser mejor</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buena</translation>
    </message>
    <message>
        <source>Very hard to guess</source>
        <translation>Muy difícil de adivinar</translation>
    </message>
</context>
<context>
    <name>PastedText</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add a text</source>
        <translation>Añadir un texto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Paste or type the text</source>
        <translation>Pega o escribe el texto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
</context>
<context>
    <name>PersonaEditor</name>
    <message>
        <source>The model of the chat</source>
        <translation>El modelo del chat</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0} (no instalado)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>One line, shown where you choose who answers.</source>
        <translation>Una línea que se muestra donde eliges quién responde.</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>What the model is told before every chat with this persona, after your own instructions.</source>
        <translation>Lo que se le dice al modelo antes de cada chat con este rol, después de tus propias instrucciones.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Answers in new chats with this persona, unless you choose another one there.</source>
        <translation>Responde en los chats nuevos con este rol, salvo que elijas otro allí.</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Saludo</translation>
    </message>
    <message>
        <source>Shown in an empty chat.</source>
        <translation>Se muestra en un chat vacío.</translation>
    </message>
    <message>
        <source>Starters</source>
        <translation>Para empezar</translation>
    </message>
    <message>
        <source>Ways to begin, one in each line. They are offered in an empty chat.</source>
        <translation>Formas de empezar, una por línea. Se ofrecen en un chat vacío.</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>Cómo responde</translation>
    </message>
    <message>
        <source>An empty field leaves it to the model and to your settings.</source>
        <translation>Un campo vacío lo deja al modelo y a tus ajustes.</translation>
    </message>
</context>
<context>
    <name>PersonaPicker</name>
    <message>
        <source>Persona: none</source>
        <translation>Rol: ninguno</translation>
    </message>
    <message>
        <source>Choose a persona</source>
        <translation>Elige un rol</translation>
    </message>
    <message>
        <source>Persona: {0}</source>
        <translation>Rol: {0}</translation>
    </message>
</context>
<context>
    <name>PersonaPopup</name>
    <message>
        <source>Choose a persona</source>
        <translation>Elige un rol</translation>
    </message>
    <message>
        <source>Search personas</source>
        <translation>Buscar roles</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Edit personas…</source>
        <translation>Editar roles…</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>Sin rol</translation>
    </message>
    <message>
        <source>Plain answers, no particular role</source>
        <translation>Respuestas normales, sin papel concreto</translation>
    </message>
</context>
<context>
    <name>PersonasPage</name>
    <message>
        <source>Personas</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>Rol nuevo</translation>
    </message>
    <message>
        <source>Who answers: instructions, a model and a manner under one name. Choose one in any chat.</source>
        <translation>Quién responde: instrucciones, un modelo y un estilo bajo un solo nombre. Elige uno en cualquier chat.</translation>
    </message>
    <message>
        <source>Search personas</source>
        <translation>Buscar roles</translation>
    </message>
    <message>
        <source>No personas</source>
        <translation>No hay roles</translation>
    </message>
    <message>
        <source>A persona remembers how you want to be answered, so that you say it once.</source>
        <translation>Un rol recuerda cómo quieres que te respondan, para que lo digas una sola vez.</translation>
    </message>
    <message>
        <source>No persona is called like that.</source>
        <translation>Ningún rol se llama así.</translation>
    </message>
    <message>
        <source>“{0}” was deleted. Its chats stay as they are.</source>
        <translation>Se eliminó «{0}». Sus chats siguen como están.</translation>
    </message>
    <message>
        <source>Bring back the built-in personas</source>
        <translation>Recuperar los roles incluidos</translation>
    </message>
    <message>
        <source>All built-in personas are here.</source>
        <translation>Están todos los roles incluidos.</translation>
    </message>
    <message>
        <source>Personas of Hearth (*.toml)</source>
        <translation>Roles de Hearth (*.toml)</translation>
    </message>
    <message>
        <source>personas.toml</source>
        <translation>roles.toml</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Reproductor</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Speed: {0}</source>
        <translation>Velocidad: {0}</translation>
    </message>
</context>
<context>
    <name>PortalBackend</name>
    <message>
        <source>Your desktop is being asked for this key.</source>
        <translation>Se está pidiendo esta tecla a tu escritorio.</translation>
    </message>
    <message>
        <source>Your desktop lets no program watch keys by itself.</source>
        <translation>Tu escritorio no deja que ningún programa vigile teclas por su cuenta.</translation>
    </message>
    <message>
        <source>Make a shortcut in your desktop’s settings that runs the command shown here.</source>
        <translation>Crea en los ajustes de tu escritorio un atajo que ejecute la orden que se muestra aquí.</translation>
    </message>
    <message>
        <source>You did not allow this key when your desktop asked.</source>
        <translation>No permitiste esta tecla cuando tu escritorio preguntó.</translation>
    </message>
    <message>
        <source>Choose “Try again”, or make a shortcut in your desktop’s settings.</source>
        <translation>Elige «Reintentar» o crea un atajo en los ajustes de tu escritorio.</translation>
    </message>
    <message>
        <source>Your desktop refused the key without a reason.</source>
        <translation>Tu escritorio rechazó la tecla sin dar un motivo.</translation>
    </message>
    <message>
        <source>Your desktop has given this no key.</source>
        <translation>Tu escritorio no le ha dado ninguna tecla.</translation>
    </message>
    <message>
        <source>Set one in your desktop’s settings, or choose another combination.</source>
        <translation>Asigna una en los ajustes de tu escritorio o elige otra combinación.</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>An answer is ready</source>
        <translation>Hay una respuesta lista</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Back up now</source>
        <translation>Crear copia ahora</translation>
    </message>
    <message>
        <source>One encrypted file with everything. It opens with the secrets that this profile has today.</source>
        <translation>Un archivo cifrado con todo. Se abre con los secretos que tiene hoy este perfil.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Crear copia…</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Exportar todos los chats</translation>
    </message>
    <message>
        <source>A readable file that is not encrypted. JSON keeps everything and can be imported again.</source>
        <translation>Un archivo legible y sin cifrar. JSON lo conserva todo y se puede volver a importar.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Erase this profile</source>
        <translation>Borrar este perfil</translation>
    </message>
    <message>
        <source>Its keys are destroyed first, so that nothing can bring it back, except backups you made yourself.</source>
        <translation>Primero se destruyen sus claves, para que nada pueda recuperarlo, salvo las copias de seguridad que hayas hecho tú.</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Borrar…</translation>
    </message>
    <message numerus="yes">
        <source>%n chats exported.</source>
        <translation>
            <numerusform>%n chat exportado.</numerusform>
            <numerusform>%n chats exportados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Crear copia de seguridad</translation>
    </message>
    <message>
        <source>Backed up and verified: {0}.</source>
        <translation>Copia creada y verificada: {0}.</translation>
    </message>
</context>
<context>
    <name>ProfilePages</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Talk to Hearth</source>
        <translation>Hablar con Hearth</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcripciones</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
</context>
<context>
    <name>ProfilePicker</name>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
</context>
<context>
    <name>ProgramDesk</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove Hearth’s own Ollama?</source>
        <translation>¿Quitar el Ollama propio de Hearth?</translation>
    </message>
    <message>
        <source>The program is deleted. Its models stay, for when you install it again.</source>
        <translation>El programa se elimina. Sus modelos se quedan, por si vuelves a instalarlo.</translation>
    </message>
    <message>
        <source>Version {0} is the newest.</source>
        <translation>La versión {0} es la más reciente.</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Try it…</source>
        <translation>Probarlo…</translation>
    </message>
    <message>
        <source>Offer it in an empty chat</source>
        <translation>Ofrecerlo en un chat vacío</translation>
    </message>
    <message>
        <source>Offer it for selected text</source>
        <translation>Ofrecerlo para texto seleccionado</translation>
    </message>
    <message>
        <source>Asks for: {0}</source>
        <translation>Pide: {0}</translation>
    </message>
    <message>
        <source>Asks for nothing.</source>
        <translation>No pide nada.</translation>
    </message>
    <message>
        <source>{0} (filled by Hearth)</source>
        <translation>{0} (lo rellena Hearth)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What you type in a chat to call it.</source>
        <translation>Lo que escribes en un chat para usarlo.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>One line, shown in lists.</source>
        <translation>Una línea que se muestra en las listas.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>{{name}} asks for a text, {{name=Ada}} begins with one, {{tone|formal|friendly}} offers a choice. {{text}} is a longer text; {{clipboard}}, {{selection}} and {{date}} fill themselves.</source>
        <translation>{{name}} pide un texto, {{name=Ada}} empieza con uno, {{tone|formal|friendly}} da a elegir. {{text}} es un texto más largo; {{clipboard}}, {{selection}} y {{date}} se rellenan solos.</translation>
    </message>
</context>
<context>
    <name>PromptForm</name>
    <message>
        <source>Enter goes on, Shift+Enter breaks a line, Esc goes back.</source>
        <translation>Intro avanza, Mayús+Intro cambia de línea, Esc retrocede.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tono</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>Lo que importa</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Qué decir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
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
        <translation>se ofrece en un chat vacío</translation>
    </message>
    <message>
        <source>offered for selected text</source>
        <translation>se ofrece para texto seleccionado</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Prompt nuevo</translation>
    </message>
    <message>
        <source>Use in a chat</source>
        <translation>Usar en un chat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Texts that you use again and again. Type “/” at the beginning of a message to call one.</source>
        <translation>Textos que usas una y otra vez. Escribe «/» al principio de un mensaje para usar uno.</translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation>Buscar prompts</translation>
    </message>
    <message>
        <source>No prompts</source>
        <translation>No hay prompts</translation>
    </message>
    <message>
        <source>Keep what you often ask, with gaps for what changes, and call it by its name.</source>
        <translation>Guarda lo que preguntas a menudo, con huecos para lo que cambia, y úsalo por su nombre.</translation>
    </message>
    <message>
        <source>No prompt is called like that.</source>
        <translation>Ningún prompt se llama así.</translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation>Se eliminó «{0}».</translation>
    </message>
    <message>
        <source>Bring back the built-in prompts</source>
        <translation>Recuperar los prompts incluidos</translation>
    </message>
    <message>
        <source>All built-in prompts are here.</source>
        <translation>Están todos los prompts incluidos.</translation>
    </message>
    <message>
        <source>Prompts of Hearth (*.toml)</source>
        <translation>Prompts de Hearth (*.toml)</translation>
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
            <numerusform>(%n más)</numerusform>
            <numerusform>(%n más)</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Remember this?</source>
        <translation>¿Recordar esto?</translation>
    </message>
    <message>
        <source>What is remembered</source>
        <translation>Lo que se recuerda</translation>
    </message>
</context>
<context>
    <name>QuickBody</name>
    <message>
        <source>Hearth is locked</source>
        <translation>Hearth está bloqueado</translation>
    </message>
    <message>
        <source>Unlock it, and ask here.</source>
        <translation>Desbloquéalo y pregunta aquí.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>Copiar respuesta</translation>
    </message>
    <message>
        <source>Replace clipboard</source>
        <translation>Sustituir portapapeles</translation>
    </message>
    <message>
        <source>Open in Hearth</source>
        <translation>Abrir en Hearth</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Ask about this text</source>
        <translation>Pregunta sobre este texto</translation>
    </message>
    <message>
        <source>Ask on</source>
        <translation>Sigue preguntando</translation>
    </message>
    <message>
        <source>Ask something privately</source>
        <translation>Pregunta algo en privado</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Pregunta lo que quieras</translation>
    </message>
    <message>
        <source>The text is long, so it is attached as a file. Type what to do with it.</source>
        <translation>El texto es largo, así que se adjunta como archivo. Escribe qué hacer con él.</translation>
    </message>
    <message>
        <source>Selected text</source>
        <translation>Texto seleccionado</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Del portapapeles</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>Se está escribiendo una respuesta. Detenla antes o espera.</translation>
    </message>
    <message>
        <source>Something else was copied since. It was left as it is.</source>
        <translation>Entretanto se copió otra cosa. Se ha dejado como está.</translation>
    </message>
    <message>
        <source>The clipboard now holds the answer. Paste it where the text was.</source>
        <translation>El portapapeles contiene ahora la respuesta. Pégala donde estaba el texto.</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>Aún no hay ningún modelo instalado.</translation>
    </message>
    <message>
        <source>Get one in Hearth under “Models”. It is downloaded once and then runs on this computer.</source>
        <translation>Consigue uno en Hearth, en «Modelos». Se descarga una vez y después se ejecuta en este equipo.</translation>
    </message>
</context>
<context>
    <name>QuickChat</name>
    <message>
        <source>Hearth quick chat</source>
        <translation>Chat rápido de Hearth</translation>
    </message>
    <message>
        <source>Nothing is selected, and no text was copied. Just type your question.</source>
        <translation>No hay nada seleccionado ni se copió ningún texto. Escribe sin más tu pregunta.</translation>
    </message>
</context>
<context>
    <name>QuickHeader</name>
    <message>
        <source>Quick chat</source>
        <translation>Chat rápido</translation>
    </message>
    <message>
        <source>Private: keep nothing of this chat</source>
        <translation>Privado: no guardar nada de este chat</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Private quick chat</source>
        <translation>Chat rápido privado</translation>
    </message>
</context>
<context>
    <name>QuickSession</name>
    <message>
        <source>This could not be sent.</source>
        <translation>No se pudo enviar.</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>Se está escribiendo una respuesta. Detenla antes o espera.</translation>
    </message>
</context>
<context>
    <name>ReadOnlyText</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy “{0}”</source>
        <translation>Copiar «{0}»</translation>
    </message>
</context>
<context>
    <name>ReadingStrip</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Paused at {0}</source>
        <translation>En pausa: {0}</translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation>Progreso de la lectura</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Leyendo {0}</translation>
    </message>
    <message>
        <source>Reading {0}: {1}</source>
        <translation>Leyendo {0}: {1}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The model of meanings does not answer: what is read now is found by its words only.</source>
        <translation>El modelo de significados no responde: lo que se lea ahora solo se encontrará por sus palabras.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>RecognitionCard</name>
    <message>
        <source>Get a speech model</source>
        <translation>Obtener un modelo de habla</translation>
    </message>
    <message>
        <source>Get more models</source>
        <translation>Obtener más modelos</translation>
    </message>
    <message>
        <source>How quick they are here</source>
        <translation>Rapidez en este equipo</translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation>Medir ahora</translation>
    </message>
    <message>
        <source>Measured {0}…</source>
        <translation>Medido: {0}…</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Midiendo…</translation>
    </message>
    <message>
        <source>There is no model for speech recognition on this computer yet.</source>
        <translation>Aún no hay ningún modelo de reconocimiento de voz en este equipo.</translation>
    </message>
    <message>
        <source>not measured yet · {0}</source>
        <translation>aún sin medir · {0}</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>la tarjeta gráfica</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <source>too slow to be chosen by itself</source>
        <translation>demasiado lento para la elección automática</translation>
    </message>
    <message>
        <source>{0} s for a 3-second sentence on {1} · {2}</source>
        <translation>{0}&#xa0;s para una frase de 3 segundos en {1} · {2}</translation>
    </message>
    <message>
        <source>“base” suits most computers; “small” makes fewer mistakes and is slower.</source>
        <translation>«base» va bien en la mayoría de los equipos; «small» se equivoca menos y es más lento.</translation>
    </message>
</context>
<context>
    <name>RecordingOffer</name>
    <message>
        <source>Attach as it is</source>
        <translation>Adjuntar tal cual</translation>
    </message>
    <message>
        <source>Models read texts: written down, you can ask about what is said in it.</source>
        <translation>Los modelos leen textos: con una transcripción puedes preguntar por lo que se dice.</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de paso</translation>
    </message>
    <message>
        <source>Open and set the passphrase</source>
        <translation>Abrir y cambiar la frase de paso</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Usar la clave de recuperación</translation>
    </message>
    <message>
        <source>It opens “{0}”. Then choose a new passphrase; the recovery key stays as it is.</source>
        <translation>Abre «{0}». Después elige una nueva frase de paso; la clave de recuperación sigue igual.</translation>
    </message>
    <message>
        <source>The passphrase will open it alone; Settings › Keys can ask for the keyring again.</source>
        <translation>La frase de paso lo abrirá por sí sola; en Ajustes › Claves puedes volver a pedir el llavero.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {0} characters.</source>
        <translation>Una frase de paso necesita al menos {0} caracteres.</translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are good.</source>
        <translation>Cuatro o cinco palabras que no tengan nada que ver entre sí van bien.</translation>
    </message>
</context>
<context>
    <name>RecoveryCheck</name>
    <message>
        <source>Check the recovery key</source>
        <translation>Comprobar la clave de recuperación</translation>
    </message>
    <message>
        <source>Type the recovery key from your copy. Nothing is changed by this.</source>
        <translation>Escribe la clave de recuperación de tu copia. Esto no cambia nada.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Your recovery key</source>
        <translation>Tu clave de recuperación</translation>
    </message>
    <message>
        <source>If you forget the passphrase or lose the keyring, this key is the only other way in. Nobody else has it, and Hearth shows it only now. Write it down or print it, and keep it away from this computer.</source>
        <translation>Si olvidas la frase de paso o pierdes el llavero, esta clave es la única otra forma de entrar. Nadie más la tiene, y Hearth solo la muestra ahora. Anótala o imprímela y guárdala lejos de este equipo.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Guardar como texto…</translation>
    </message>
    <message>
        <source>Type it once, to be sure that your copy is right (or do that later)</source>
        <translation>Escríbela una vez para tener la certeza de que tu copia es correcta (o hazlo más tarde)</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ya la tengo guardada</translation>
    </message>
    <message>
        <source>Recovery key: {0}</source>
        <translation>Clave de recuperación: {0}</translation>
    </message>
    <message>
        <source>That is not the same key.</source>
        <translation>No es la misma clave.</translation>
    </message>
    <message>
        <source>Compare it with the key above, group by group.</source>
        <translation>Compárala con la clave de arriba, grupo a grupo.</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Guardar la clave de recuperación</translation>
    </message>
    <message>
        <source>Recovery key of a Hearth profile. Keep it away from this computer.</source>
        <translation>Clave de recuperación de un perfil de Hearth. Guárdala lejos de este equipo.</translation>
    </message>
    <message>
        <source>The key could not be saved there.</source>
        <translation>No se pudo guardar la clave ahí.</translation>
    </message>
    <message>
        <source>Choose another folder, or write the key down.</source>
        <translation>Elige otra carpeta o anota la clave.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>The backup is checked whole before anything is replaced. A profile that is there now is kept.</source>
        <translation>La copia se comprueba entera antes de sustituir nada. Si ya hay un perfil, se conserva.</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Ningún archivo elegido</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>Archivo de la copia</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Frase de paso o clave de recuperación</translation>
    </message>
    <message>
        <source>Passphrase or recovery key at the time of the backup</source>
        <translation>Frase de paso o clave de recuperación de cuando se hizo la copia</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Checking and restoring…</source>
        <translation>Comprobando y restaurando…</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Elige una copia de seguridad</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>Conversation, %n messages</source>
        <translation>
            <numerusform>Conversación, %n mensaje</numerusform>
            <numerusform>Conversación, %n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Scroll the conversation</source>
        <translation>Desplazar la conversación</translation>
    </message>
</context>
<context>
    <name>RowTools</name>
    <message>
        <source>Scroll sideways</source>
        <translation>Desplazar en horizontal</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>The screen could not be read. Allow Hearth to record the screen, and try again.</source>
        <translation>No se pudo leer la pantalla. Permite que Hearth grabe la pantalla y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Your desktop gave no picture of the screen. Take a screenshot with its own tool and paste it into the question.</source>
        <translation>Tu escritorio no entregó ninguna imagen de la pantalla. Haz una captura con su propia herramienta y pégala en la pregunta.</translation>
    </message>
</context>
<context>
    <name>ScreenshotCrop</name>
    <message>
        <source>Choose a part of the screen</source>
        <translation>Elige una parte de la pantalla</translation>
    </message>
    <message>
        <source>Arrow keys move a rectangle, with Shift they change its size. Enter takes it, Esc cancels.</source>
        <translation>Las flechas mueven un rectángulo y con Mayús cambian su tamaño. Intro lo acepta, Esc cancela.</translation>
    </message>
    <message>
        <source>Drag over a part. Enter takes all of it, Esc cancels.</source>
        <translation>Arrastra sobre una parte. Intro la toma entera, Esc cancela.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear (Esc)</source>
        <translation>Borrar (Esc)</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>All collections</source>
        <translation>Todas las colecciones</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Todas las carpetas</translation>
    </message>
    <message>
        <source>All kinds of files</source>
        <translation>Todo tipo de archivos</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>How old</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>In which collection</source>
        <translation>En qué colección</translation>
    </message>
    <message>
        <source>In which folder</source>
        <translation>En qué carpeta</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Past month</source>
        <translation>Último mes</translation>
    </message>
    <message>
        <source>Past week</source>
        <translation>Última semana</translation>
    </message>
    <message>
        <source>Past year</source>
        <translation>Último año</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Diapositivas</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Código fuente</translation>
    </message>
    <message>
        <source>Tables and data</source>
        <translation>Tablas y datos</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textos</translation>
    </message>
    <message>
        <source>Which kind of file</source>
        <translation>Qué tipo de archivo</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Does not hold these words, but means something similar.</source>
        <translation>No contiene estas palabras, pero significa algo parecido.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>similar meaning</source>
        <translation>significado parecido</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search results</source>
        <translation>Resultados de la búsqueda</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”. Try fewer or other words.</source>
        <translation>No se encontró nada para «{0}». Prueba con menos palabras o con otras.</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n pasaje</numerusform>
            <numerusform>%n pasajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Passages with some of these words were found, but they are about something else. Try other words.</source>
        <translation>Se encontraron pasajes con algunas de estas palabras, pero tratan de otra cosa. Prueba con otras palabras.</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Your documents do not seem to say anything about it. Try other words.</source>
        <translation>Parece que tus documentos no dicen nada de eso. Prueba con otras palabras.</translation>
    </message>
    <message>
        <source>searched by words: meanings are still being prepared</source>
        <translation>buscado por palabras: los significados aún se están preparando</translation>
    </message>
    <message>
        <source>searched by words: the model of meanings does not answer</source>
        <translation>buscado por palabras: el modelo de significados no responde</translation>
    </message>
</context>
<context>
    <name>SegmentEditor</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Editar texto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
</context>
<context>
    <name>SelectableList</name>
    <message>
        <source>Copy selection</source>
        <translation>Copiar selección</translation>
    </message>
    <message>
        <source>Answer again with</source>
        <translation>Responder de nuevo con</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Versión siguiente</translation>
    </message>
    <message>
        <source>Show source {0}</source>
        <translation>Mostrar fuente {0}</translation>
    </message>
</context>
<context>
    <name>SelectionCard</name>
    <message>
        <source>Leave this text out</source>
        <translation>Dejar fuera este texto</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>SelectionPrompts</name>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traducir</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>Reescribir</translation>
    </message>
    <message>
        <source>Fix grammar</source>
        <translation>Corregir gramática</translation>
    </message>
</context>
<context>
    <name>ServerRecords</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>workshop</source>
        <translation>taller</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>Clave, si la pide</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Quitar {0}</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset “{0}”</source>
        <translation>Restablecer «{0}»</translation>
    </message>
    <message>
        <source>The model decides</source>
        <translation>Decide el modelo</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>The first one installed</source>
        <translation>El primero instalado</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
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
        <translation> días</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> tokens</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>After use</source>
        <translation>Tras el uso</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Preguntarme</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>By anything I say</source>
        <translation>Con lo que diga</translation>
    </message>
    <message>
        <source>By “stop” and the key</source>
        <translation>Con «para» y la tecla</translation>
    </message>
    <message>
        <source>Chroma server</source>
        <translation>Servidor Chroma</translation>
    </message>
    <message>
        <source>Chroma, in memory</source>
        <translation>Chroma, en memoria</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Escritorio</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Exact comparison</source>
        <translation>Comparación exacta</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>Solo el texto</translation>
    </message>
    <message>
        <source>Only while it is used</source>
        <translation>Solo durante el uso</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>Al hablar</translation>
    </message>
    <message>
        <source>The sound as well</source>
        <translation>También el sonido</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>files knowledge search index embedding vectors sources</source>
        <translation>archivos documentos conocimiento búsqueda índice embeddings vectores fuentes</translation>
    </message>
    <message>
        <source>keys keyboard shortcut key combination hotkey</source>
        <translation>teclas teclado atajo acceso rápido combinación de teclas</translation>
    </message>
    <message>
        <source>talk speak listen speech sound test echo headphones speaker level record</source>
        <translation>hablar escuchar habla sonido prueba eco auriculares altavoz nivel grabar</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Atajos globales</translation>
    </message>
    <message>
        <source>global keys quick chat selection screenshot talk other programs</source>
        <translation>teclas globales chat rápido selección captura pantalla hablar otros programas</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Model servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>backup export erase delete profile</source>
        <translation>copia de seguridad respaldo exportar borrar eliminar perfil</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>doors connections internet refused host offline</source>
        <translation>puertas conexiones internet rechazadas servidor sin conexión</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>passphrase password recovery key keyring unlock vault</source>
        <translation>frase de paso contraseña clave de recuperación llavero desbloquear cifrado</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>audit record history log</source>
        <translation>auditoría registro historial</translation>
    </message>
</context>
<context>
    <name>SettingsSearch</name>
    <message>
        <source>Found settings</source>
        <translation>Ajustes encontrados</translation>
    </message>
    <message>
        <source>Open this page</source>
        <translation>Abrir esta página</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Ningún ajuste contiene estas palabras.</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Prueba con menos palabras o con otras.</translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>Restablecer página</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Add keys for “{0}”</source>
        <translation>Añadir teclas para «{0}»</translation>
    </message>
    <message>
        <source>Reset “{0}”</source>
        <translation>Restablecer «{0}»</translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation>Usarla aquí</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Quitar {0}</translation>
    </message>
    <message>
        <source>Remove {0} from “{1}”</source>
        <translation>Quitar {0} de «{1}»</translation>
    </message>
    <message>
        <source>New keys for “{0}”</source>
        <translation>Teclas nuevas para «{0}»</translation>
    </message>
    <message>
        <source>{0} already belongs to “{1}”.</source>
        <translation>{0} ya pertenece a «{1}».</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Press one key together with Ctrl or Alt.</source>
        <translation>Pulsa una tecla junto con Ctrl o Alt.</translation>
    </message>
    <message>
        <source>Press another key together with it.</source>
        <translation>Pulsa otra tecla junto con esa.</translation>
    </message>
    <message>
        <source>Your desktop uses these keys itself. Choose others.</source>
        <translation>Tu escritorio usa estas teclas. Elige otras.</translation>
    </message>
    <message>
        <source>Every text needs these keys for copying and editing. Choose others.</source>
        <translation>Todos los textos necesitan estas teclas para copiar y editar. Elige otras.</translation>
    </message>
    <message>
        <source>This key is needed for writing and moving about. Press it together with Ctrl or Alt.</source>
        <translation>Esta tecla hace falta para escribir y moverse. Púlsala junto con Ctrl o Alt.</translation>
    </message>
    <message>
        <source>These keys move about in texts. Choose others.</source>
        <translation>Estas teclas sirven para moverse por los textos. Elige otras.</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverview</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Search commands and keys</source>
        <translation>Buscar acciones y teclas</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>No command is called like that.</source>
        <translation>Ninguna acción se llama así.</translation>
    </message>
    <message>
        <source>Press the plus to give a command other keys; a command can have several.</source>
        <translation>Pulsa el signo más para dar otras teclas a una acción; una acción puede tener varias.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>Buscar en los chats</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>New private chat</source>
        <translation>Chat privado nuevo</translation>
    </message>
    <message>
        <source>Folders, tags and archive</source>
        <translation>Carpetas, etiquetas y archivados</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Network and privacy</source>
        <translation>Red y privacidad</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>The archive is empty. Chats that you archive are kept here, out of the way.</source>
        <translation>No hay chats archivados. Los que archives se guardan aquí, sin estorbar.</translation>
    </message>
    <message>
        <source>No chat has this tag.</source>
        <translation>Ningún chat tiene esta etiqueta.</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>Aquí aparecerán tus chats.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivados</translation>
    </message>
    <message>
        <source>Show all chats again, not only {0}</source>
        <translation>Mostrar otra vez todos los chats, no solo {0}</translation>
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
        <translation>Intro lo usa, Esc deja el texto como está.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>SoundCompare</name>
    <message>
        <source>Compare by ear</source>
        <translation>Comparar de oído</translation>
    </message>
    <message>
        <source>Hear it as it came</source>
        <translation>Oír el original</translation>
    </message>
    <message>
        <source>Hear it cleaned</source>
        <translation>Oír el limpio</translation>
    </message>
    <message>
        <source>Its library does not load here. Recognition works on untouched sound anyway.</source>
        <translation>Su biblioteca no se carga aquí. De todos modos, el reconocimiento usa el sonido sin tocar.</translation>
    </message>
    <message>
        <source>Record 5 seconds</source>
        <translation>Grabar 5 segundos</translation>
    </message>
    <message>
        <source>Record yourself in your usual place, then turn the switches above on and off and listen. The recording stays in memory and is forgotten when you leave this page.</source>
        <translation>Grábate en tu sitio habitual y luego activa y desactiva las opciones de arriba y escucha. La grabación queda en memoria y se olvida cuando sales de esta página.</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>Grabado.</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Grabando…</translation>
    </message>
    <message>
        <source>Sound cannot be cleaned on this computer.</source>
        <translation>En este equipo no se puede limpiar el sonido.</translation>
    </message>
</context>
<context>
    <name>SourceStrip</name>
    <message numerus="yes">
        <source>From %n of your files</source>
        <translation>
            <numerusform>De %n de tus archivos</numerusform>
            <numerusform>De %n de tus archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>How it was found</source>
        <translation>Cómo se encontró</translation>
    </message>
    <message>
        <source>How this answer was made</source>
        <translation>Cómo se hizo esta respuesta</translation>
    </message>
    <message>
        <source>Its sources were forgotten, or have changed since.</source>
        <translation>Sus fuentes se olvidaron, o han cambiado desde entonces.</translation>
    </message>
    <message>
        <source>Remembered: {0}</source>
        <translation>Recordado: {0}</translation>
    </message>
    <message>
        <source>Source {number}: {source}</source>
        <translation>Fuente {number}: {source}</translation>
    </message>
    <message numerus="yes">
        <source>Unsupported: {0} names no passage that was found.</source>
        <translation>
            <numerusform>Sin respaldo: {0} no remite a ningún pasaje encontrado.</numerusform>
            <numerusform>Sin respaldo: {0} no remiten a ningún pasaje encontrado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your documents were asked: nothing was found.</source>
        <translation>Se consultaron tus documentos: no se encontró nada.</translation>
    </message>
    <message>
        <source>p. {0}</source>
        <translation>p.&#xa0;{0}</translation>
    </message>
</context>
<context>
    <name>SourcesDesk</name>
    <message>
        <source>No passage with the number {0} was given to the model.</source>
        <translation>El modelo no recibió ningún pasaje con el número {0}.</translation>
    </message>
    <message>
        <source>This passage was forgotten, or its file was changed since.</source>
        <translation>Este pasaje se olvidó, o su archivo ha cambiado desde entonces.</translation>
    </message>
</context>
<context>
    <name>SourcesPicker</name>
    <message numerus="yes">
        <source>%n attached files</source>
        <translation>
            <numerusform>%n adjunto</numerusform>
            <numerusform>%n adjuntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collections</source>
        <translation>
            <numerusform>%n colección</numerusform>
            <numerusform>%n colecciones</numerusform>
        </translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Answers from documents: none</source>
        <translation>Respuestas a partir de documentos: ninguno</translation>
    </message>
    <message>
        <source>Answers from documents: {0}</source>
        <translation>Respuestas a partir de documentos: {0}</translation>
    </message>
    <message>
        <source>Ask my documents</source>
        <translation>Consultar mis documentos</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
</context>
<context>
    <name>SourcesPopup</name>
    <message numerus="yes">
        <source>%n files are still being read; answers come from the others.</source>
        <translation>
            <numerusform>Aún se está leyendo %n archivo; las respuestas salen de los demás.</numerusform>
            <numerusform>Aún se están leyendo %n archivos; las respuestas salen de los demás.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files attached to this chat are asked, too.</source>
        <translation>
            <numerusform>También se consulta %n archivo adjunto a este chat.</numerusform>
            <numerusform>También se consultan %n archivos adjuntos a este chat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add and manage documents…</source>
        <translation>Añadir y gestionar documentos…</translation>
    </message>
    <message>
        <source>All my documents</source>
        <translation>Todos mis documentos</translation>
    </message>
    <message>
        <source>Answers come from what is ticked, with their sources.</source>
        <translation>Las respuestas salen de lo que marques, con sus fuentes.</translation>
    </message>
    <message>
        <source>Ask my documents</source>
        <translation>Consultar mis documentos</translation>
    </message>
    <message>
        <source>There are no documents yet. Add files or a folder, and ask about what is in them.</source>
        <translation>Aún no hay documentos. Añade archivos o una carpeta y pregunta sobre lo que contienen.</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n documents</source>
        <translation>
            <numerusform>{name}, %n documento</numerusform>
            <numerusform>{name}, %n documentos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeechModelBox</name>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic ({0})</source>
        <translation>Automático ({0})</translation>
    </message>
    <message>
        <source>None installed</source>
        <translation>Ninguno instalado</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0} (no instalado)</translation>
    </message>
    <message>
        <source>{0} · {1} s for 3 s</source>
        <translation>{0} · {1}&#xa0;s para 3&#xa0;s</translation>
    </message>
</context>
<context>
    <name>SpokenWords</name>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
</context>
<context>
    <name>SteadyScrollArea</name>
    <message>
        <source>Scroll</source>
        <translation>Desplazar</translation>
    </message>
</context>
<context>
    <name>StorageBanner</name>
    <message>
        <source>The disk is full. What was saved is safe; nothing new is kept until there is room. Free some space, and Hearth goes on by itself.</source>
        <translation>El disco está lleno. Lo guardado está a salvo; no se guarda nada nuevo hasta que haya sitio. Libera espacio y Hearth seguirá por sí solo.</translation>
    </message>
</context>
<context>
    <name>SurveyTable</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Ask every file</source>
        <translation>Preguntar a cada archivo</translation>
    </message>
    <message>
        <source>Ask every file of “{0}”</source>
        <translation>Preguntar a cada archivo de «{0}»</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exportar como CSV…</translation>
    </message>
    <message>
        <source>Exported to “{0}”.</source>
        <translation>Exportado a «{0}».</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>For example: When does this contract end?</source>
        <translation>Por ejemplo: ¿Cuándo termina este contrato?</translation>
    </message>
    <message>
        <source>Looking for a language model</source>
        <translation>Buscando un modelo de lenguaje</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Aún no leído</translation>
    </message>
    <message>
        <source>Not supported: {0} names no passage of this file.</source>
        <translation>Sin respaldo: a {0} no le corresponde ningún pasaje de este archivo.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Show the passage: {0}</source>
        <translation>Mostrar el pasaje: {0}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stopped. {0}</source>
        <translation>Detenido. {0}</translation>
    </message>
    <message>
        <source>The same question for each file ({0}). Each answer comes from that file alone.</source>
        <translation>La misma pregunta para cada archivo ({0}). Cada respuesta sale solo de ese archivo.</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>La respuesta completa</translation>
    </message>
    <message>
        <source>This file does not tell it.</source>
        <translation>Este archivo no lo dice.</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>en el texto</translation>
    </message>
    <message>
        <source>no language model: the nearest passage is quoted</source>
        <translation>sin modelo de lenguaje: se cita el pasaje más cercano</translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation>{0} de {1} archivos</translation>
    </message>
    <message>
        <source>{0} of {1} files tell it</source>
        <translation>Lo dicen {0} de {1} archivos</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«{0}»</translation>
    </message>
</context>
<context>
    <name>ThinkingFold</name>
    <message>
        <source>Thinking…</source>
        <translation>Pensando…</translation>
    </message>
    <message>
        <source>Thought about it</source>
        <translation>Lo pensó</translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <translation>Pensó durante %1&#xa0;s</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Desplegado</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Plegado</translation>
    </message>
</context>
<context>
    <name>TitleLine</name>
    <message>
        <source>Title of the chat</source>
        <translation>Título del chat</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
</context>
<context>
    <name>TranscriptDetail</name>
    <message>
        <source>Ask about it</source>
        <translation>Preguntar sobre esto</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>No words yet</source>
        <translation>Aún no hay palabras</translation>
    </message>
    <message>
        <source>Nobody speaks in it</source>
        <translation>No habla nadie</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Search in this transcript</source>
        <translation>Buscar en esta transcripción</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>Traducir…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message numerus="yes">
        <source>%n older messages stand in a summary now.</source>
        <translation>
            <numerusform>%n mensaje anterior figura ahora en un resumen.</numerusform>
            <numerusform>%n mensajes anteriores figuran ahora en un resumen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n passages of your documents…</source>
        <translation>
            <numerusform>Leyendo %n pasaje de tus documentos…</numerusform>
            <numerusform>Leyendo %n pasajes de tus documentos…</numerusform>
        </translation>
    </message>
    <message>
        <source>{reason} Trying again ({attempt})…</source>
        <translation>{reason} Reintentando ({attempt})…</translation>
    </message>
    <message>
        <source>{reason} {used} answers instead of {wanted}.</source>
        <translation>{reason} Responde {used} en lugar de {wanted}.</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Jump to latest</source>
        <translation>Ir a lo último</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>Ir al último mensaje</translation>
    </message>
    <message>
        <source>Still writing: jump to latest</source>
        <translation>Sigue escribiendo: ir a lo último</translation>
    </message>
</context>
<context>
    <name>TranscriptsPage</name>
    <message>
        <source>Add audio or video files</source>
        <translation>Añadir archivos de audio o vídeo</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Audio and video ({0})</source>
        <translation>Audio y vídeo ({0})</translation>
    </message>
    <message>
        <source>Audio and video files as text, made on this computer and kept in this profile.</source>
        <translation>Archivos de audio y vídeo en forma de texto, hecho en este equipo y guardado en este perfil.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>¿Eliminar «{0}»?</translation>
    </message>
    <message>
        <source>Drop audio or video files here</source>
        <translation>Suelta aquí archivos de audio o vídeo</translation>
    </message>
    <message>
        <source>Edit text…</source>
        <translation>Editar texto…</translation>
    </message>
    <message>
        <source>Everything, for programs (.json)</source>
        <translation>Todo, para programas (.json)</translation>
    </message>
    <message>
        <source>Exported to “{0}”.</source>
        <translation>Exportado a «{0}».</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Hearth writes down what is said in them, with the time of every word. Nothing leaves this computer.</source>
        <translation>Hearth escribe lo que se dice en ellos, con el momento de cada palabra. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Loading the speech model</source>
        <translation>Cargando el modelo de habla</translation>
    </message>
    <message>
        <source>No transcript is called like that.</source>
        <translation>Ninguna transcripción se llama así.</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Reproducir desde aquí</translation>
    </message>
    <message>
        <source>Search transcripts</source>
        <translation>Buscar transcripciones</translation>
    </message>
    <message>
        <source>Stop translating</source>
        <translation>Dejar de traducir</translation>
    </message>
    <message>
        <source>Stopped at {0}</source>
        <translation>Detenida en {0}</translation>
    </message>
    <message>
        <source>Stopped at {0}. What was heard is kept.</source>
        <translation>Detenida en {0}. Se conserva lo que se oyó.</translation>
    </message>
    <message>
        <source>Subtitles (.srt)</source>
        <translation>Subtítulos (.srt)</translation>
    </message>
    <message>
        <source>Subtitles for the web (.vtt)</source>
        <translation>Subtítulos para la web (.vtt)</translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>Texto (.txt)</translation>
    </message>
    <message>
        <source>The text and the kept sound are destroyed. The file it was made from stays.</source>
        <translation>Se destruyen el texto y el sonido conservado. El archivo del que se hizo se queda.</translation>
    </message>
    <message>
        <source>Transcribing</source>
        <translation>Transcribiendo</translation>
    </message>
    <message>
        <source>Transcribing, {0} %</source>
        <translation>Transcribiendo, {0}&#xa0;%</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcripciones</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>Traducir…</translation>
    </message>
    <message>
        <source>Translating into {0}…</source>
        <translation>Traduciendo a {0}…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Espera su turno</translation>
    </message>
    <message>
        <source>translated into {0} by {1}</source>
        <translation>traducida a {0} por {1}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>{0}× as fast as spoken</source>
        <translation>{0}× la velocidad del habla</translation>
    </message>
</context>
<context>
    <name>TransferList</name>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Progress of {0}</source>
        <translation>Progreso de {0}</translation>
    </message>
    <message>
        <source>Waiting for another download to end</source>
        <translation>Esperando a que termine otra descarga</translation>
    </message>
    <message>
        <source>Paused at {0}</source>
        <translation>En pausa: {0}</translation>
    </message>
    <message>
        <source>Checking that every byte is right</source>
        <translation>Comprobando que cada byte es correcto</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Desempaquetando</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quick chat</source>
        <translation>Chat rápido</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Show Hearth</source>
        <translation>Mostrar Hearth</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Desbloquear…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Hearth’s microphone is open</source>
        <translation>El micrófono de Hearth está abierto</translation>
    </message>
    <message>
        <source>Quit Hearth</source>
        <translation>Salir de Hearth</translation>
    </message>
    <message>
        <source>Recent chats</source>
        <translation>Chats recientes</translation>
    </message>
    <message>
        <source>Hearth is ready</source>
        <translation>Hearth está listo</translation>
    </message>
    <message>
        <source>Hearth is listening</source>
        <translation>Hearth está escuchando</translation>
    </message>
    <message>
        <source>Hearth is writing an answer</source>
        <translation>Hearth está escribiendo una respuesta</translation>
    </message>
    <message>
        <source>Hearth is speaking</source>
        <translation>Hearth está hablando</translation>
    </message>
    <message>
        <source>Hearth finds no model server</source>
        <translation>Hearth no encuentra ningún servidor de modelos</translation>
    </message>
    <message>
        <source>Hearth is locked</source>
        <translation>Hearth está bloqueado</translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Close the message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Mostrar modelos</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unlock with the system keyring</source>
        <translation>Desbloquear con el llavero del sistema</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Usar la clave de recuperación</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Perfil nuevo</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Hola de nuevo</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Desbloqueando…</translation>
    </message>
    <message>
        <source>Accept the older state</source>
        <translation>Aceptar el estado anterior</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurar copia…</translation>
    </message>
    <message>
        <source>The key file of “{0}” cannot be read.</source>
        <translation>No se puede leer el archivo de claves de «{0}».</translation>
    </message>
    <message>
        <source>“{0}” opens with your passphrase and the system keyring together.</source>
        <translation>«{0}» se abre con tu frase de paso y el llavero del sistema a la vez.</translation>
    </message>
    <message>
        <source>“{0}” opens with the system keyring or your passphrase.</source>
        <translation>«{0}» se abre con el llavero del sistema o con tu frase de paso.</translation>
    </message>
    <message>
        <source>“{0}” opens with the system keyring.</source>
        <translation>«{0}» se abre con el llavero del sistema.</translation>
    </message>
    <message>
        <source>Enter the passphrase of “{0}”.</source>
        <translation>Escribe la frase de paso de «{0}».</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Copied – paste it with {0}</source>
        <translation>Copiado: pégalo con {0}</translation>
    </message>
    <message>
        <source>Esc to cancel</source>
        <translation>Esc para cancelar</translation>
    </message>
    <message>
        <source>Hearth is locked.</source>
        <translation>Hearth está bloqueado.</translation>
    </message>
    <message>
        <source>Just speak</source>
        <translation>Habla sin más</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escuchando</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>Micrófono apagado</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Press again to send</source>
        <translation>Pulsa otra vez para enviar</translation>
    </message>
    <message>
        <source>Press again to write it</source>
        <translation>Pulsa otra vez para escribirlo</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>Leyendo en voz alta</translation>
    </message>
    <message>
        <source>Release to send</source>
        <translation>Suelta para enviar</translation>
    </message>
    <message>
        <source>Release to write it</source>
        <translation>Suelta para escribirlo</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Mostrar modelos</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Hablando</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Pensando…</translation>
    </message>
    <message>
        <source>Understanding…</source>
        <translation>Entendiendo…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unlock it, then speak again.</source>
        <translation>Desbloquéalo y vuelve a hablar.</translation>
    </message>
    <message>
        <source>Voice settings</source>
        <translation>Ajustes de voz</translation>
    </message>
    <message>
        <source>Waits for the wake phrase</source>
        <translation>Espera la frase de activación</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>con calma</translation>
    </message>
    <message>
        <source>cheerful</source>
        <translation>con alegría</translation>
    </message>
    <message>
        <source>in a hurry</source>
        <translation>con prisa</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>con tensión</translation>
    </message>
    <message>
        <source>tired</source>
        <translation>con cansancio</translation>
    </message>
</context>
<context>
    <name>VoiceBox</name>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>The system’s voice</source>
        <translation>La voz del sistema</translation>
    </message>
    <message>
        <source>Voice for {0}</source>
        <translation>Voz en {0}</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0} (no instalado)</translation>
    </message>
</context>
<context>
    <name>VoiceCommands</name>
    <message>
        <source>Dictate for another program</source>
        <translation>Dictar para otro programa</translation>
    </message>
    <message>
        <source>Dictate into the message</source>
        <translation>Dictar en el mensaje</translation>
    </message>
    <message>
        <source>Hands-free conversation</source>
        <translation>Conversación manos libres</translation>
    </message>
    <message>
        <source>Read the last answer aloud</source>
        <translation>Leer en voz alta la última respuesta</translation>
    </message>
    <message>
        <source>Record a voice note</source>
        <translation>Grabar una nota de voz</translation>
    </message>
    <message>
        <source>Repeat the sentence</source>
        <translation>Repetir la frase</translation>
    </message>
    <message>
        <source>Send what you said</source>
        <translation>Enviar lo que has dicho</translation>
    </message>
    <message>
        <source>Speak faster</source>
        <translation>Hablar más rápido</translation>
    </message>
    <message>
        <source>Speak louder</source>
        <translation>Hablar más alto</translation>
    </message>
    <message>
        <source>Speak more quietly</source>
        <translation>Hablar más bajo</translation>
    </message>
    <message>
        <source>Speak slower</source>
        <translation>Hablar más despacio</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Detener la grabación</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Dejar de hablar</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Hablar</translation>
    </message>
    <message>
        <source>voice clipboard paste</source>
        <translation>voz portapapeles pegar</translation>
    </message>
    <message>
        <source>voice speak microphone</source>
        <translation>voz hablar micrófono</translation>
    </message>
</context>
<context>
    <name>VoiceDesk</name>
    <message>
        <source>Hold the key while you speak.</source>
        <translation>Mantén la tecla mientras hablas.</translation>
    </message>
    <message>
        <source>Nothing was understood.</source>
        <translation>No se entendió nada.</translation>
    </message>
    <message>
        <source>The sound system of this computer answers again.</source>
        <translation>El sistema de sonido de este equipo vuelve a responder.</translation>
    </message>
    <message>
        <source>What was understood so far is in the message.</source>
        <translation>Lo que se entendió hasta ese momento está en el mensaje.</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«{0}»</translation>
    </message>
</context>
<context>
    <name>VoiceForm</name>
    <message>
        <source>As spoken</source>
        <translation>Sin traducir</translation>
    </message>
    <message>
        <source>Found out each time</source>
        <translation>Detectar cada vez</translation>
    </message>
    <message>
        <source>One name or word a line</source>
        <translation>Un nombre o una palabra por línea</translation>
    </message>
</context>
<context>
    <name>VoiceGuidePage</name>
    <message>
        <source>A model turns what you say into text, on this computer. “{0}” suits it.</source>
        <translation>Un modelo convierte lo que dice en texto, en este equipo. «{0}» es adecuado para él.</translation>
    </message>
    <message>
        <source>A voice for {0}</source>
        <translation>Una voz en {0}</translation>
    </message>
    <message>
        <source>Does Hearth hear you?</source>
        <translation>¿Te oye Hearth?</translation>
    </message>
    <message>
        <source>Download {0} ({1})</source>
        <translation>Descargar {0} ({1})</translation>
    </message>
    <message>
        <source>From {0}. Licence: {1}.</source>
        <translation>De {0}. Licencia: {1}.</translation>
    </message>
    <message>
        <source>Getting {0}</source>
        <translation>Obteniendo {0}</translation>
    </message>
    <message>
        <source>Go on without one</source>
        <translation>Seguir de todos modos</translation>
    </message>
    <message>
        <source>Hold {0} in any program, speak, and let go. Or press the microphone beside “Send”.</source>
        <translation>Mantén {0} en cualquier programa, habla y suelta. O pulsa el micrófono junto a «Enviar».</translation>
    </message>
    <message>
        <source>It reads answers aloud. You can add other voices and languages at any time.</source>
        <translation>Lee las respuestas en voz alta. Puedes añadir otras voces y otros idiomas cuando quieras.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>Looking for your microphone…</source>
        <translation>Buscando tu micrófono…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Not quite ready</source>
        <translation>Aún no está todo listo</translation>
    </message>
    <message>
        <source>Other sizes…</source>
        <translation>Otros tamaños…</translation>
    </message>
    <message>
        <source>Other voices…</source>
        <translation>Otras voces…</translation>
    </message>
    <message>
        <source>Press the microphone beside “Send”, and speak.</source>
        <translation>Pulsa el micrófono junto a «Enviar» y habla.</translation>
    </message>
    <message>
        <source>Ready to talk</source>
        <translation>Todo listo para hablar</translation>
    </message>
    <message>
        <source>Say something: the lights should move. What you say goes nowhere; the microphone is open only while you see this.</source>
        <translation>Di algo: las luces deberían moverse. Lo que digas no va a ninguna parte; el micrófono solo está abierto mientras ves esto.</translation>
    </message>
    <message>
        <source>Something that understands speech</source>
        <translation>Algo que entienda el habla</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>Empezar a chatear</translation>
    </message>
    <message>
        <source>Talk to Hearth</source>
        <translation>Hablar con Hearth</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Use another microphone…</source>
        <translation>Usar otro micrófono…</translation>
    </message>
    <message>
        <source>Use the system’s voice</source>
        <translation>Usar la voz del sistema</translation>
    </message>
    <message>
        <source>Voice settings</source>
        <translation>Ajustes de voz</translation>
    </message>
    <message>
        <source>Without a speech model Hearth cannot understand you yet.</source>
        <translation>Sin un modelo de habla, Hearth aún no puede entenderte.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Sí, seguir</translation>
    </message>
    <message>
        <source>You may go on using Hearth; the download continues by itself.</source>
        <translation>Puedes seguir usando Hearth; la descarga continúa sola.</translation>
    </message>
</context>
<context>
    <name>VoiceOverlay</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Hearth voice</source>
        <translation>Voz de Hearth</translation>
    </message>
    <message>
        <source>Open chat</source>
        <translation>Abrir el chat</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>VoicePage</name>
    <message>
        <source>Clear sound</source>
        <translation>Sonido limpio</translation>
    </message>
    <message>
        <source>Everything that is said stays on this computer. The microphone is open only while it shows.</source>
        <translation>Todo lo que se dice se queda en este equipo. Siempre que el micrófono está abierto, se ve.</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>Manos libres</translation>
    </message>
    <message>
        <source>Microphone and loudspeaker</source>
        <translation>Micrófono y altavoz</translation>
    </message>
    <message>
        <source>Set it up step by step…</source>
        <translation>Configurar paso a paso…</translation>
    </message>
    <message>
        <source>Speaking over it</source>
        <translation>Interrumpir a Hearth</translation>
    </message>
    <message>
        <source>Speaking to you</source>
        <translation>Cómo te habla</translation>
    </message>
    <message>
        <source>Understanding you</source>
        <translation>Cómo te entiende</translation>
    </message>
    <message>
        <source>Voice notes</source>
        <translation>Notas de voz</translation>
    </message>
</context>
<context>
    <name>VoicesCard</name>
    <message>
        <source>Answers are shown as text until you install one.</source>
        <translation>Las respuestas se muestran como texto hasta que instales una.</translation>
    </message>
    <message>
        <source>Get a voice</source>
        <translation>Obtener una voz</translation>
    </message>
    <message>
        <source>Get more voices</source>
        <translation>Obtener más voces</translation>
    </message>
    <message>
        <source>Listen to the voice for {0}</source>
        <translation>Escuchar la voz en {0}</translation>
    </message>
    <message>
        <source>Speaker for {0}</source>
        <translation>Hablante en {0}</translation>
    </message>
    <message>
        <source>The system’s voice speaks until you install a better one.</source>
        <translation>Habla la voz del sistema hasta que instales una mejor.</translation>
    </message>
    <message>
        <source>The voice follows the language of the answer. A persona may have a voice of its own.</source>
        <translation>La voz sigue el idioma de la respuesta. Un rol puede tener su propia voz.</translation>
    </message>
    <message>
        <source>There is no voice on this computer that could speak.</source>
        <translation>En este equipo no hay ninguna voz que pueda hablar.</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Voces</translation>
    </message>
    <message>
        <source>Voices made for reading sound far more natural.</source>
        <translation>Las voces hechas para leer suenan mucho más naturales.</translation>
    </message>
</context>
<context>
    <name>VoteBar</name>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Back to the chat, with the better answer</source>
        <translation>Volver al chat, con la mejor respuesta</translation>
    </message>
    <message>
        <source>A is better</source>
        <translation>A es mejor</translation>
    </message>
    <message>
        <source>B is better</source>
        <translation>B es mejor</translation>
    </message>
    <message>
        <source>Both are good</source>
        <translation>Ambas buenas</translation>
    </message>
    <message>
        <source>Both are bad</source>
        <translation>Ambas malas</translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation>{0}  {1}</translation>
    </message>
    <message>
        <source>Key {0}</source>
        <translation>Tecla {0}</translation>
    </message>
    <message>
        <source>{0} (key {1})</source>
        <translation>{0} (tecla {1})</translation>
    </message>
</context>
<context>
    <name>WakeNote</name>
    <message>
        <source>The microphone stays open while Hearth is unlocked; the tray and the window show it.</source>
        <translation>El micrófono queda abierto mientras Hearth está desbloqueado; la bandeja y la ventana lo indican.</translation>
    </message>
</context>
<context>
    <name>WakePhrasesEditor</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Another phrase, for example “Computer, listen”</source>
        <translation>Otra frase; por ejemplo, «Ordenador, escucha»</translation>
    </message>
    <message>
        <source>Good: rarely said by chance.</source>
        <translation>Buena: rara vez se dice por casualidad.</translation>
    </message>
    <message>
        <source>Its sound is not known, so it is found only where it is written like this.</source>
        <translation>No se conoce su sonido, así que solo se reconoce si queda escrita exactamente así.</translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation>Quitar «{0}»</translation>
    </message>
    <message>
        <source>Sounds like a spoken command, so it may do that instead.</source>
        <translation>Suena como una orden de voz, así que podría hacer eso en su lugar.</translation>
    </message>
    <message>
        <source>There is nothing in it that could be heard.</source>
        <translation>No contiene nada que se pueda oír.</translation>
    </message>
    <message>
        <source>This phrase is there already.</source>
        <translation>Esta frase ya está.</translation>
    </message>
    <message>
        <source>Too common: it sounds like “{0}”, which is said often.</source>
        <translation>Demasiado común: suena como «{0}», que se dice a menudo.</translation>
    </message>
    <message>
        <source>Too short: it will be heard in other words. Two or more words work best.</source>
        <translation>Demasiado corta: se oirá dentro de otras palabras. Lo mejor son dos palabras o más.</translation>
    </message>
</context>
<context>
    <name>WindowKeeper</name>
    <message>
        <source>Hearth goes on</source>
        <translation>Hearth sigue en marcha</translation>
    </message>
    <message>
        <source>The window is closed; the quick chat stays at hand. Settings › Desktop changes that.</source>
        <translation>La ventana está cerrada; el chat rápido sigue a mano. Se cambia en Ajustes › Escritorio.</translation>
    </message>
</context>
<context>
    <name>WindowsBackend</name>
    <message>
        <source>Windows cannot watch the key “{0}”.</source>
        <translation>Windows no puede vigilar la tecla «{0}».</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>Elige otra combinación.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>You have not checked your copy of the recovery key yet.</source>
        <translation>Aún no has comprobado tu copia de la clave de recuperación.</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Drop files to attach them to this chat</source>
        <translation>Suelta los archivos para adjuntarlos a este chat</translation>
    </message>
    <message>
        <source>Drop the folder to ask its documents</source>
        <translation>Suelta la carpeta para preguntar a sus documentos</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>New private chat</source>
        <translation>Chat privado nuevo</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>Buscar en los chats</translation>
    </message>
    <message>
        <source>find messages words</source>
        <translation>buscar encontrar mensajes palabras</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Chat anterior</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Chat siguiente</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Responder de nuevo</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Buscar cualquier cosa</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Barra lateral</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Red…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>An answer is ready in “{0}”.</source>
        <translation>Hay una respuesta lista en «{0}».</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Hearth does not open addresses of this kind: {0}</source>
        <translation>Hearth no abre direcciones de este tipo: {0}</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Abrir un enlace</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>¿Abrir esta dirección en tu navegador?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>X11Backend</name>
    <message>
        <source>The X server does not answer, so no key can be watched.</source>
        <translation>El servidor X no responde, así que no se pueden vigilar teclas.</translation>
    </message>
    <message>
        <source>Start Hearth anew within your desktop session.</source>
        <translation>Vuelve a iniciar Hearth dentro de tu sesión de escritorio.</translation>
    </message>
    <message>
        <source>Your keyboard layout has no key “{0}”.</source>
        <translation>Tu distribución de teclado no tiene la tecla «{0}».</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>Elige otra combinación.</translation>
    </message>
</context>
<context>
    <name>_CommandRow</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the command “{0}”</source>
        <translation>Copiar la orden «{0}»</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
</context>
<context>
    <name>_ModelRows</name>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Let your desktop press the keys</source>
        <translation>Deja las teclas a tu escritorio</translation>
    </message>
</context>
<context>
    <name>_Refusal</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>_StrengthBar</name>
    <message>
        <source>Strength</source>
        <translation>Seguridad</translation>
    </message>
</context>
<context>
    <name>_Tile</name>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Quitar (Supr)</translation>
    </message>
    <message>
        <source>%1, being read</source>
        <translation>%1, leyéndose</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>Delete removes it.</source>
        <translation>Supr lo quita.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A German woman&apos;s voice; simple quality, very quick.</source>
        <translation>Voz de mujer alemana; calidad sencilla, muy rápida.</translation>
    </message>
    <message>
        <source>A Scottish woman&apos;s voice.</source>
        <translation>Voz de mujer escocesa.</translation>
    </message>
    <message>
        <source>A calm American man&apos;s voice.</source>
        <translation>Voz tranquila de hombre estadounidense.</translation>
    </message>
    <message>
        <source>A clear American woman&apos;s voice, as of audio books.</source>
        <translation>Voz clara de mujer estadounidense, como en los audiolibros.</translation>
    </message>
    <message>
        <source>A clear German man&apos;s voice; quick.</source>
        <translation>Voz clara de hombre alemán; rápida.</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>Una carpeta no se puede mover dentro de sí misma.</translation>
    </message>
    <message>
        <source>A good balance of speed and accuracy for talking with the assistant.</source>
        <translation>Buen equilibrio entre velocidad y precisión para hablar con el asistente.</translation>
    </message>
    <message>
        <source>A man&apos;s and a woman&apos;s voice from Spain.</source>
        <translation>Voces de hombre y de mujer de España.</translation>
    </message>
    <message>
        <source>A man&apos;s voice from Mexico.</source>
        <translation>Voz de hombre de México.</translation>
    </message>
    <message>
        <source>A man&apos;s voice from Spain.</source>
        <translation>Voz de hombre de España.</translation>
    </message>
    <message>
        <source>A man&apos;s voice from the north of England.</source>
        <translation>Voz de hombre del norte de Inglaterra.</translation>
    </message>
    <message>
        <source>A model cannot be called “{name}”.</source>
        <translation>Un modelo no puede llamarse «{name}».</translation>
    </message>
    <message>
        <source>A passphrase needs at least {shortest} characters.</source>
        <translation>Una frase de paso necesita al menos {shortest} caracteres.</translation>
    </message>
    <message>
        <source>A persona needs a name.</source>
        <translation>Un rol necesita un nombre.</translation>
    </message>
    <message>
        <source>A picture was not part of the export.</source>
        <translation>Una imagen no estaba en la exportación.</translation>
    </message>
    <message>
        <source>A profile needs a name of 1 to {longest} characters.</source>
        <translation>Un perfil necesita un nombre de 1 a {longest} caracteres.</translation>
    </message>
    <message>
        <source>A profile needs a passphrase, the system keyring, or both.</source>
        <translation>Un perfil necesita una frase de paso, el llavero del sistema o las dos cosas.</translation>
    </message>
    <message>
        <source>A prompt needs a name to be called by.</source>
        <translation>Un prompt necesita un nombre con el que usarlo.</translation>
    </message>
    <message>
        <source>A small open model for simple English texts.</source>
        <translation>Modelo abierto y pequeño para textos sencillos en inglés.</translation>
    </message>
    <message>
        <source>A strong all-rounder: reasoning, writing and tools in many languages.</source>
        <translation>Muy completo: razona, escribe y usa herramientas en muchos idiomas.</translation>
    </message>
    <message>
        <source>A well-known all-rounder with many adapted versions.</source>
        <translation>Conocido y completo, con muchas versiones adaptadas.</translation>
    </message>
    <message>
        <source>A woman&apos;s voice from Mexico, in finer quality.</source>
        <translation>Voz de mujer de México, de mejor calidad.</translation>
    </message>
    <message>
        <source>Accurate and quick, for English only.</source>
        <translation>Preciso y rápido, solo para inglés.</translation>
    </message>
    <message>
        <source>Accurate, also with accents; slow without a graphics card.</source>
        <translation>Preciso, también con acentos; lento sin tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Add another way first, then remove this one.</source>
        <translation>Añade antes otra forma y después quita esta.</translation>
    </message>
    <message>
        <source>Add it first.</source>
        <translation>Añádelo antes.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>After the first answer the model gives the chat a title.</source>
        <translation>Tras la primera respuesta, el modelo pone título al chat.</translation>
    </message>
    <message>
        <source>Allow cloud models</source>
        <translation>Permitir modelos en la nube</translation>
    </message>
    <message>
        <source>Among the best that run at home; for very strong machines.</source>
        <translation>De los mejores que funcionan en casa; para equipos muy potentes.</translation>
    </message>
    <message>
        <source>An English woman&apos;s voice, as of audio books.</source>
        <translation>Voz de mujer inglesa, como en los audiolibros.</translation>
    </message>
    <message>
        <source>An Ollama in Hearth’s own folder, started and ended with Hearth. It must be installed first.</source>
        <translation>Un Ollama en la carpeta de Hearth, que se inicia y se cierra con Hearth. Antes hay que instalarlo.</translation>
    </message>
    <message>
        <source>An answer to a message you got</source>
        <translation>Una respuesta a un mensaje que recibiste</translation>
    </message>
    <message>
        <source>Answers from given sources and long documents; for strong machines.</source>
        <translation>Responde a partir de fuentes dadas y documentos largos; para equipos potentes.</translation>
    </message>
    <message>
        <source>Answers new chats. Empty: the first model that the server offers.</source>
        <translation>Responde en los chats nuevos. Vacío: el primer modelo que ofrezca el servidor.</translation>
    </message>
    <message>
        <source>Ask about the screen</source>
        <translation>Preguntar sobre la pantalla</translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation>Preguntar sobre el texto seleccionado</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Pregunta otra vez.</translation>
    </message>
    <message>
        <source>Ask for a shorter answer, or choose a faster model.</source>
        <translation>Pide una respuesta más corta o elige un modelo más rápido.</translation>
    </message>
    <message>
        <source>At character {at}, {reason}.</source>
        <translation>En el carácter {at}: {reason}.</translation>
    </message>
    <message>
        <source>At character {at}, {reason}. What stands before it was read ({seen} chats).</source>
        <translation>En el carácter {at}: {reason}. Lo que hay antes se leyó ({seen} chats).</translation>
    </message>
    <message>
        <source>Attach a smaller file, or one of a kind that Hearth can read.</source>
        <translation>Adjunta un archivo más pequeño o de un tipo que Hearth pueda leer.</translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation>Copias de seguridad automáticas</translation>
    </message>
    <message>
        <source>Automatic titles</source>
        <translation>Títulos automáticos</translation>
    </message>
    <message>
        <source>Brings the main window to the front, or hides it.</source>
        <translation>Trae la ventana principal al frente o la oculta.</translation>
    </message>
    <message>
        <source>Calls a minute</source>
        <translation>Llamadas por minuto</translation>
    </message>
    <message>
        <source>Cancel the download first.</source>
        <translation>Cancela antes la descarga.</translation>
    </message>
    <message>
        <source>Change that line and try again.</source>
        <translation>Cambia esa línea y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Changed shortcuts</source>
        <translation>Atajos cambiados</translation>
    </message>
    <message>
        <source>Chat {0}</source>
        <translation>Chat {0}</translation>
    </message>
    <message>
        <source>Chat {0} (“{1}”)</source>
        <translation>Chat {0} («{1}»)</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, or use the recovery key.</source>
        <translation>Revisa las mayúsculas y la distribución del teclado, o usa la clave de recuperación.</translation>
    </message>
    <message>
        <source>Check its name and variant, or choose a model from the library.</source>
        <translation>Revisa su nombre y su variante, o elige un modelo de la biblioteca.</translation>
    </message>
    <message>
        <source>Check that it is a Hearth, ChatGPT or Open WebUI export, and export it again if it is damaged.</source>
        <translation>Comprueba que sea una exportación de Hearth, ChatGPT u Open WebUI y, si está dañada, vuelve a exportarla.</translation>
    </message>
    <message>
        <source>Check that {place} can be written to, then try again.</source>
        <translation>Comprueba que se pueda escribir en {place} y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Check the internet connection and try again. What has arrived is kept.</source>
        <translation>Revisa la conexión a internet y vuelve a intentarlo. Lo que ya llegó se conserva.</translation>
    </message>
    <message>
        <source>Check the name, or choose a model from the library.</source>
        <translation>Revisa el nombre o elige un modelo de la biblioteca.</translation>
    </message>
    <message>
        <source>Check the permissions of Hearth’s folder and that the disk is mounted, then try again.</source>
        <translation>Comprueba los permisos de la carpeta de Hearth y que el disco esté montado, y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Check the permissions of the folder and that the disk is mounted.</source>
        <translation>Comprueba los permisos de la carpeta y que el disco esté montado.</translation>
    </message>
    <message>
        <source>Check what you entered and try again.</source>
        <translation>Revisa lo que has escrito y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Choose a file that Hearth exported from the same page.</source>
        <translation>Elige un archivo que Hearth haya exportado desde la misma página.</translation>
    </message>
    <message>
        <source>Choose a folder that does not lie inside it.</source>
        <translation>Elige una carpeta que no esté dentro de ella.</translation>
    </message>
    <message>
        <source>Choose a longer one: four or five words that have nothing to do with each other are good.</source>
        <translation>Elige una más larga: cuatro o cinco palabras que no tengan nada que ver entre sí van bien.</translation>
    </message>
    <message>
        <source>Choose a model that can use tools, for example llama3.2 or qwen3.</source>
        <translation>Elige un modelo que sepa usar herramientas, por ejemplo llama3.2 o qwen3.</translation>
    </message>
    <message>
        <source>Choose a model that sees (for example “ollama pull llama3.2-vision”), or remove the image.</source>
        <translation>Elige un modelo que vea imágenes (por ejemplo, «ollama pull llama3.2-vision») o quita la imagen.</translation>
    </message>
    <message>
        <source>Choose a passphrase, or let the system keyring open the profile.</source>
        <translation>Elige una frase de paso o deja que el llavero del sistema abra el perfil.</translation>
    </message>
    <message>
        <source>Choose a smaller model, lower the context size under Settings › Chat, or close other programs.</source>
        <translation>Elige un modelo más pequeño, reduce el contexto en Ajustes › Chat o cierra otros programas.</translation>
    </message>
    <message>
        <source>Choose a value within the limits.</source>
        <translation>Elige un valor dentro de los límites.</translation>
    </message>
    <message>
        <source>Choose another file or folder.</source>
        <translation>Elige otro archivo o carpeta.</translation>
    </message>
    <message>
        <source>Choose another folder, or check that there is room and that you may write there.</source>
        <translation>Elige otra carpeta, o comprueba que haya sitio y que puedas escribir en ella.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Elige otro modelo.</translation>
    </message>
    <message>
        <source>Choose another name for one of the two.</source>
        <translation>Elige otro nombre para uno de los dos.</translation>
    </message>
    <message>
        <source>Choose another name, or open the existing profile.</source>
        <translation>Elige otro nombre o abre el perfil que ya existe.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elige otro nombre.</translation>
    </message>
    <message>
        <source>Choose one of the listed profiles, create one, or restore a backup.</source>
        <translation>Elige uno de los perfiles de la lista, crea uno o restaura una copia de seguridad.</translation>
    </message>
    <message>
        <source>Clear American voices, many to choose from.</source>
        <translation>Voces estadounidenses claras; hay muchas para elegir.</translation>
    </message>
    <message>
        <source>Close other programs and try again. What was saved is safe.</source>
        <translation>Cierra otros programas y vuelve a intentarlo. Lo guardado está a salvo.</translation>
    </message>
    <message>
        <source>Close some programs and try again, or unlock with the recovery key, which needs no memory.</source>
        <translation>Cierra algunos programas y vuelve a intentarlo, o desbloquea con la clave de recuperación, que no necesita memoria.</translation>
    </message>
    <message>
        <source>Cloud models of Ollama send your messages to somebody else&apos;s computer.</source>
        <translation>Los modelos en la nube de Ollama envían tus mensajes a un equipo ajeno.</translation>
    </message>
    <message>
        <source>Compare it with your copy, group by group: nine groups of four letters and digits.</source>
        <translation>Compárala con tu copia, grupo a grupo: nueve grupos de cuatro letras y dígitos.</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>Ventana de contexto</translation>
    </message>
    <message>
        <source>Correct spelling, grammar and punctuation. Keep the language, the wording and the formatting wherever they are right, and answer with the corrected text alone.

{{text}}</source>
        <translation>Corrige la ortografía, la gramática y la puntuación. Conserva el idioma, las palabras y el formato allí donde sean correctos, y responde solo con el texto corregido.

{{text}}</translation>
    </message>
    <message>
        <source>Days after the last change; pinned chats stay. 0 keeps everything.</source>
        <translation>Días tras el último cambio; los chats fijados se quedan. 0 lo conserva todo.</translation>
    </message>
    <message>
        <source>Delete chats after</source>
        <translation>Eliminar chats tras</translation>
    </message>
    <message>
        <source>Dependable and quick; European languages.</source>
        <translation>Fiable y rápido; idiomas europeos.</translation>
    </message>
    <message>
        <source>Describes pictures and answers questions about them.</source>
        <translation>Describe imágenes y responde preguntas sobre ellas.</translation>
    </message>
    <message>
        <source>Draft a reply</source>
        <translation>Redactar una respuesta</translation>
    </message>
    <message>
        <source>Draft a {{tone|friendly|formal|short}} reply to this message, in its language. What I want to say: {{what to say}}

The message:
{{text}}</source>
        <translation>Redacta una respuesta a este mensaje, en su idioma y en tono {{tone|amistoso|formal|breve}}. Lo que quiero decir: {{what to say}}

El mensaje:
{{text}}</translation>
    </message>
    <message>
        <source>Edit this text, and tell me what you changed:</source>
        <translation>Edita este texto y dime qué has cambiado:</translation>
    </message>
    <message>
        <source>Empty: where OLLAMA_HOST says, else http://127.0.0.1:11434 on this computer.</source>
        <translation>Vacío: donde diga OLLAMA_HOST; si no, http://127.0.0.1:11434 en este equipo.</translation>
    </message>
    <message>
        <source>Enter a number within these limits, or leave the field empty for the model’s own value.</source>
        <translation>Escribe un número dentro de estos límites o deja el campo vacío para usar el valor del modelo.</translation>
    </message>
    <message>
        <source>Exactly the same question to the same model is answered from an encrypted cache.</source>
        <translation>Exactamente la misma pregunta al mismo modelo se responde desde una caché cifrada.</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Explain code</source>
        <translation>Explicar código</translation>
    </message>
    <message>
        <source>Explain step by step what this code does, and name anything that could go wrong:

```
{{text}}
```</source>
        <translation>Explica paso a paso qué hace este código y nombra todo lo que podría fallar:

```
{{text}}
```</translation>
    </message>
    <message>
        <source>Explain this {{for=in plain words|in plain words|to a child of ten|to an expert|step by step}}:

{{text}}</source>
        <translation>Explica esto {{for=con palabras sencillas|con palabras sencillas|a un niño de diez años|a un experto|paso a paso}}:

{{text}}</translation>
    </message>
    <message>
        <source>Explain to me from the beginning:</source>
        <translation>Explícame desde el principio:</translation>
    </message>
    <message>
        <source>Explains step by step and checks that it arrived</source>
        <translation>Explica paso a paso y comprueba si se entendió</translation>
    </message>
    <message>
        <source>Fallback models</source>
        <translation>Modelos de reserva</translation>
    </message>
    <message>
        <source>Finds passages by meaning, mostly in English; small and quick.</source>
        <translation>Encuentra pasajes por su significado, sobre todo en inglés; pequeño y rápido.</translation>
    </message>
    <message>
        <source>First-run guide finished or skipped</source>
        <translation>Guía del primer inicio terminada u omitida</translation>
    </message>
    <message>
        <source>Fix grammar</source>
        <translation>Corregir gramática</translation>
    </message>
    <message>
        <source>For example http://127.0.0.1:8080/v1</source>
        <translation>Por ejemplo, http://127.0.0.1:8080/v1</translation>
    </message>
    <message>
        <source>For models that can think before they answer. Empty: their own choice.</source>
        <translation>Para modelos que pueden pensar antes de responder. Vacío: lo deciden ellos.</translation>
    </message>
    <message>
        <source>Free some space on the disk; Hearth goes on by itself as soon as there is room.</source>
        <translation>Libera espacio en el disco; Hearth seguirá por sí solo en cuanto haya sitio.</translation>
    </message>
    <message>
        <source>Free some space, for example by deleting models that you no longer use, and try again.</source>
        <translation>Libera espacio, por ejemplo eliminando modelos que ya no uses, y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Gemma&apos;s largest: careful writing, many languages, pictures; wants a strong machine.</source>
        <translation>El mayor de Gemma: escritura cuidada, muchos idiomas, imágenes; pide un equipo potente.</translation>
    </message>
    <message>
        <source>Give it a name of letters and figures, such as “summary”.</source>
        <translation>Ponle un nombre de letras y cifras, por ejemplo «resumen».</translation>
    </message>
    <message>
        <source>Give it a name, so that you can find it again.</source>
        <translation>Ponle un nombre para poder encontrarlo.</translation>
    </message>
    <message>
        <source>Give me five titles for this:</source>
        <translation>Dame cinco títulos para esto:</translation>
    </message>
    <message>
        <source>Good at long texts and European and Asian languages.</source>
        <translation>Bueno con textos largos y con idiomas europeos y asiáticos.</translation>
    </message>
    <message>
        <source>Google&apos;s small model adapted to Japanese; quick, polite conversation.</source>
        <translation>El modelo pequeño de Google adaptado al japonés; conversación rápida y cortés.</translation>
    </message>
    <message>
        <source>Hearth did not connect to {host}: no door to it is open.</source>
        <translation>Hearth no se conectó a {host}: no hay ninguna puerta abierta.</translation>
    </message>
    <message>
        <source>Hearth made a mistake.</source>
        <translation>Hearth cometió un error.</translation>
    </message>
    <message>
        <source>Hearth needs something from you.</source>
        <translation>Hearth necesita algo de ti.</translation>
    </message>
    <message>
        <source>Hearth waits in the tray, without opening its window.</source>
        <translation>Hearth espera en la bandeja, sin abrir su ventana.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama does not start.</source>
        <translation>El Ollama propio de Hearth no arranca.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is not installed.</source>
        <translation>El Ollama propio de Hearth no está instalado.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is not running.</source>
        <translation>El Ollama propio de Hearth no está en marcha.</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is version {version}, which has known security holes. It was not started.</source>
        <translation>El Ollama propio de Hearth es la versión {version}, que tiene fallos de seguridad conocidos. No se inició.</translation>
    </message>
    <message>
        <source>Help me decide: {{question}}

My options:
{{options=- 
- }}

What matters to me: {{what matters=time, money, how easily it can be undone}}

Compare the options by what matters to me, say what you would need to know, and end with a recommendation.</source>
        <translation>Ayúdame a decidir: {{question}}

Mis opciones:
{{options=- 
- }}

Lo que me importa: {{what matters=tiempo, dinero, lo fácil que sea dar marcha atrás}}

Compara las opciones según lo que me importa, di qué necesitarías saber y termina con una recomendación.</translation>
    </message>
    <message>
        <source>Higher is more varied. Empty: the model&apos;s own.</source>
        <translation>Más alta, más variedad. Vacío: la del modelo.</translation>
    </message>
    <message>
        <source>Hold to speak, release to send.</source>
        <translation>Mantén para hablar, suelta para enviar.</translation>
    </message>
    <message>
        <source>How many tokens of a chat the model sees at most. Larger windows need more memory.</source>
        <translation>Cuántos tokens de un chat ve el modelo como máximo. Las ventanas mayores necesitan más memoria.</translation>
    </message>
    <message>
        <source>I do not understand why</source>
        <translation>No entiendo por qué</translation>
    </message>
    <message>
        <source>Icon in the system tray</source>
        <translation>Icono en la bandeja del sistema</translation>
    </message>
    <message>
        <source>If you restored it yourself, accept the older state; if not, restore the latest backup.</source>
        <translation>Si lo restauraste tú, acepta el estado anterior; si no, restaura la última copia de seguridad.</translation>
    </message>
    <message>
        <source>Check the address and port under Settings › Model servers. Ollama’s own is http://127.0.0.1:11434.</source>
        <translation>Revisa la dirección y el puerto en Ajustes › Servidores. La de Ollama es http://127.0.0.1:11434.</translation>
    </message>
    <message>
        <source>A guess from pitch, pace and words, shown small, used only to soften or shorten answers.</source>
        <translation>Una suposición a partir del tono, el ritmo y las palabras; se muestra en pequeño y solo sirve para suavizar o acortar las respuestas.</translation>
    </message>
    <message>
        <source>A short tone when Hearth begins and stops listening.</source>
        <translation>Un tono breve cuando Hearth empieza y deja de escuchar.</translation>
    </message>
    <message>
        <source>Check that it is not muted, and that the system lets Hearth use it.</source>
        <translation>Comprueba que no está silenciado y que el sistema permite a Hearth usarlo.</translation>
    </message>
    <message>
        <source>Check the address under Settings › Model servers, and that the server runs there; then press Retry.</source>
        <translation>Revisa la dirección en Ajustes › Servidores y que el servidor funcione ahí; después pulsa Reintentar.</translation>
    </message>
    <message>
        <source>Choose a model that runs here, or allow remote models under Settings › Model servers.</source>
        <translation>Elige un modelo que se ejecute aquí o permite los remotos en Ajustes › Servidores.</translation>
    </message>
    <message>
        <source>Choose another file. Most audio and video formats work; protected or damaged ones do not.</source>
        <translation>Elige otro archivo. La mayoría de los formatos de audio y vídeo sirven; los protegidos o dañados, no.</translation>
    </message>
    <message>
        <source>Choose another model, or add the server again under Settings › Model servers.</source>
        <translation>Elige otro modelo o vuelve a añadir el servidor en Ajustes › Servidores.</translation>
    </message>
    <message>
        <source>Close other programs that use it, check that the system lets Hearth use it, or choose another one.</source>
        <translation>Cierra otros programas que lo usen, comprueba que el sistema permite a Hearth usarlo o elige otro.</translation>
    </message>
    <message>
        <source>Connect it again, or choose another one under Settings › Voice.</source>
        <translation>Vuelve a conectarlo o elige otro en Ajustes › Voz.</translation>
    </message>
    <message>
        <source>Connect one and try again. You can go on typing.</source>
        <translation>Conecta uno y vuelve a intentarlo. Puedes seguir escribiendo.</translation>
    </message>
    <message>
        <source>Connect one and try again; answers are shown as text meanwhile.</source>
        <translation>Conecta unos y vuelve a intentarlo; mientras tanto, las respuestas se muestran como texto.</translation>
    </message>
    <message>
        <source>Connect them again, or choose another loudspeaker under Settings › Voice.</source>
        <translation>Vuelve a conectarlos o elige otro altavoz en Ajustes › Voz.</translation>
    </message>
    <message>
        <source>Even out loudness</source>
        <translation>Igualar el volumen</translation>
    </message>
    <message>
        <source>Fixed, it is quicker and makes fewer mistakes.</source>
        <translation>Con uno fijo es más rápido y se equivoca menos.</translation>
    </message>
    <message>
        <source>Free some memory, or choose another voice under Settings › Voice.</source>
        <translation>Libera memoria o elige otra voz en Ajustes › Voz.</translation>
    </message>
    <message>
        <source>Free some of its memory, or choose the processor under Settings › Voice.</source>
        <translation>Libera parte de su memoria o elige el procesador en Ajustes › Voz.</translation>
    </message>
    <message>
        <source>Hands-free: how long a pause may be before Hearth answers.</source>
        <translation>Manos libres: cuánto puede durar una pausa antes de que Hearth responda.</translation>
    </message>
    <message>
        <source>Hearth found no loudspeaker or headphones.</source>
        <translation>Hearth no encontró altavoces ni auriculares.</translation>
    </message>
    <message>
        <source>Hearth found no microphone.</source>
        <translation>Hearth no encontró ningún micrófono.</translation>
    </message>
    <message>
        <source>Helps to notice when you speak in a noisy room. Words are understood from untouched sound.</source>
        <translation>Ayuda a notar cuándo hablas en un sitio ruidoso. Las palabras se reconocen en el sonido sin tocar.</translation>
    </message>
    <message>
        <source>How fast Hearth speaks, in percent.</source>
        <translation>Lo rápido que habla Hearth, en porcentaje.</translation>
    </message>
    <message>
        <source>How loud Hearth speaks, in percent.</source>
        <translation>Lo alto que habla Hearth, en porcentaje.</translation>
    </message>
    <message>
        <source>If you want this connection, open a door to {host} under Settings › Network.</source>
        <translation>Si quieres esta conexión, abre una puerta a {host} en Ajustes › Red.</translation>
    </message>
    <message>
        <source>Image: {0}</source>
        <translation>Imagen: {0}</translation>
    </message>
    <message>
        <source>Install a language model under Models, or turn “Translate what you say” off under Settings › Voice.</source>
        <translation>Instala un modelo de lenguaje en Modelos o pon «Traducir lo que dices a» en «Sin traducir» en Ajustes › Voz.</translation>
    </message>
    <message>
        <source>Install it under Models, or use another model server.</source>
        <translation>Instálalo en Modelos o usa otro servidor de modelos.</translation>
    </message>
    <message>
        <source>Install one under Models › Speech; “base” suits most computers.</source>
        <translation>Instala uno en Modelos › Habla; «base» va bien en la mayoría de los equipos.</translation>
    </message>
    <message>
        <source>Install the current version under Models.</source>
        <translation>Instala la versión actual en Modelos.</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Interrupt while it speaks</source>
        <translation>Interrumpir mientras habla</translation>
    </message>
    <message>
        <source>Into another language, keeping the tone</source>
        <translation>A otro idioma, conservando el tono</translation>
    </message>
    <message>
        <source>It may still be loading: press Retry, or choose a smaller model.</source>
        <translation>Puede que aún se esté cargando: pulsa Reintentar o elige un modelo más pequeño.</translation>
    </message>
    <message>
        <source>It took more than one try ({count}). {reason}</source>
        <translation>Hizo falta más de un intento ({count}). {reason}</translation>
    </message>
    <message>
        <source>It was deleted or has expired. Choose another chat, or start a new one.</source>
        <translation>Se eliminó o caducó. Elige otro chat o empieza uno nuevo.</translation>
    </message>
    <message>
        <source>It was deleted. Choose another one, or make it anew.</source>
        <translation>Se eliminó. Elige otro o créalo de nuevo.</translation>
    </message>
    <message>
        <source>It was deleted. Choose another one.</source>
        <translation>Se eliminó. Elige otra.</translation>
    </message>
    <message>
        <source>It was deleted. Open the chat again to see what it holds now.</source>
        <translation>Se eliminó. Vuelve a abrir el chat para ver qué contiene ahora.</translation>
    </message>
    <message>
        <source>Keep model loaded</source>
        <translation>Mantener cargado</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Seguir en marcha al cerrar la ventana</translation>
    </message>
    <message>
        <source>Keep the microphone ready</source>
        <translation>Mantener listo el micrófono</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Knows much and answers quickly, since only a tenth of it works at a time; needs plenty of memory.</source>
        <translation>Sabe mucho y responde rápido, porque solo una décima parte trabaja a la vez; necesita mucha memoria.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the interface. “System” follows your computer.</source>
        <translation>Idioma de la interfaz. «Sistema» sigue el de tu equipo.</translation>
    </message>
    <message>
        <source>Language you speak</source>
        <translation>Idioma que hablas</translation>
    </message>
    <message>
        <source>Larger and fully open, from Japan&apos;s research institutes; knowledge about Japan.</source>
        <translation>Más grande y del todo abierto, de los institutos de investigación de Japón; conocimientos sobre Japón.</translation>
    </message>
    <message>
        <source>Last profile</source>
        <translation>Último perfil</translation>
    </message>
    <message>
        <source>Leave out animations; things appear at once.</source>
        <translation>Prescinde de las animaciones; las cosas aparecen al instante.</translation>
    </message>
    <message>
        <source>Lifts a quiet microphone.</source>
        <translation>Refuerza un micrófono con poco volumen.</translation>
    </message>
    <message>
        <source>Light and friendly in conversation; summaries and rewriting.</source>
        <translation>Ligero y amable al conversar; resume y reescribe.</translation>
    </message>
    <message>
        <source>Limit for calls to models. 0 means no limit.</source>
        <translation>Límite de llamadas a los modelos. 0 significa sin límite.</translation>
    </message>
    <message>
        <source>Line {line} of the Modelfile cannot be used: {reason}.</source>
        <translation>No se puede usar la línea {line} del Modelfile: {reason}.</translation>
    </message>
    <message>
        <source>Listen for a wake phrase</source>
        <translation>Escuchar la frase de activación</translation>
    </message>
    <message>
        <source>Load the model there and press Retry, or choose another model.</source>
        <translation>Carga ahí el modelo y pulsa Reintentar, o elige otro modelo.</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Bloquear tras</translation>
    </message>
    <message>
        <source>Lock on suspend</source>
        <translation>Bloquear al suspender</translation>
    </message>
    <message>
        <source>Lock when the computer goes to sleep.</source>
        <translation>Bloquea cuando el equipo se suspende.</translation>
    </message>
    <message>
        <source>Lock when the screen is locked.</source>
        <translation>Bloquea cuando se bloquea la pantalla.</translation>
    </message>
    <message>
        <source>Lock with the screen</source>
        <translation>Bloquear con la pantalla</translation>
    </message>
    <message>
        <source>Look at its log under Models, then start it again or install it anew.</source>
        <translation>Mira su registro en Modelos y después inícialo de nuevo o vuelve a instalarlo.</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Made for answering from given sources, in many languages.</source>
        <translation>Pensado para responder a partir de fuentes dadas, en muchos idiomas.</translation>
    </message>
    <message>
        <source>Make one with “hearth vault create” or by opening the window, or ask with --private, which keeps nothing.</source>
        <translation>Crea uno con «hearth vault create» o abriendo la ventana, o pregunta con --private, que no guarda nada.</translation>
    </message>
    <message>
        <source>Makes your text clearer and keeps your voice</source>
        <translation>Hace más claro tu texto y conserva tu voz</translation>
    </message>
    <message>
        <source>Mend spelling and grammar, change nothing else</source>
        <translation>Corrige ortografía y gramática, no cambia nada más</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Minutes the model stays in memory after use.</source>
        <translation>Minutos que el modelo permanece en memoria tras usarlo.</translation>
    </message>
    <message>
        <source>Minutes without use. 0 never locks by itself.</source>
        <translation>Minutos sin uso. 0 no bloquea nunca por sí solo.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Names and jargon that recognition should expect, one a line.</source>
        <translation>Nombres y jerga que el reconocimiento debe esperar, uno por línea.</translation>
    </message>
    <message>
        <source>Nearly as accurate as the largest, several times as quick.</source>
        <translation>Casi tan preciso como el mayor y varias veces más rápido.</translation>
    </message>
    <message>
        <source>No language model is installed yet.</source>
        <translation>Aún no hay ningún modelo de lenguaje instalado.</translation>
    </message>
    <message>
        <source>No model server answers at {address}.</source>
        <translation>No responde ningún servidor de modelos en {address}.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>No hay que hacer nada.</translation>
    </message>
    <message>
        <source>Notice mood</source>
        <translation>Percibir el ánimo</translation>
    </message>
    <message>
        <source>Noticeably better reasoning than smaller ones, still at home on one graphics card.</source>
        <translation>Razona bastante mejor que los pequeños y aún cabe en una sola tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Ollama address</source>
        <translation>Dirección de Ollama</translation>
    </message>
    <message>
        <source>Ollama could not do this: {reason}</source>
        <translation>Ollama no pudo hacerlo: {reason}</translation>
    </message>
    <message>
        <source>Ollama is not running, so language models cannot be fetched or changed.</source>
        <translation>Ollama no está en marcha, así que no se pueden obtener ni cambiar modelos de lenguaje.</translation>
    </message>
    <message>
        <source>Ollama is not running: nobody answers at {address}.</source>
        <translation>Ollama no está en marcha: nadie responde en {address}.</translation>
    </message>
    <message>
        <source>Ollama’s registry</source>
        <translation>Registro de Ollama</translation>
    </message>
    <message>
        <source>On which Hearth speaks.</source>
        <translation>Por el que habla Hearth.</translation>
    </message>
    <message>
        <source>Once a day an encrypted copy beside the profile: the last seven days and four weeks.</source>
        <translation>Una vez al día, una copia cifrada junto al perfil: los últimos siete días y cuatro semanas.</translation>
    </message>
    <message>
        <source>Only the text, or the encrypted sound as well.</source>
        <translation>Solo el texto, o también el sonido cifrado.</translation>
    </message>
    <message>
        <source>Only where the server asks for one.</source>
        <translation>Solo si el servidor pide una.</translation>
    </message>
    <message>
        <source>Open Models to see why and to start or install it, then press Retry.</source>
        <translation>Abre Modelos para ver por qué y para iniciarlo o instalarlo, y después pulsa Reintentar.</translation>
    </message>
    <message>
        <source>Open a profile first.</source>
        <translation>Abre antes un perfil.</translation>
    </message>
    <message>
        <source>Open doors</source>
        <translation>Puertas abiertas</translation>
    </message>
    <message>
        <source>Opens the small window over whatever you are doing.</source>
        <translation>Abre la ventana pequeña sobre lo que estés haciendo.</translation>
    </message>
    <message>
        <source>Options side by side, then a recommendation</source>
        <translation>Las opciones una al lado de otra y una recomendación</translation>
    </message>
    <message>
        <source>Other model servers</source>
        <translation>Otros servidores de modelos</translation>
    </message>
    <message>
        <source>Paste code or an error message, or say what you want to build.</source>
        <translation>Pega código o un mensaje de error, o di qué quieres crear.</translation>
    </message>
    <message>
        <source>Place of the quick chat</source>
        <translation>Posición del chat rápido</translation>
    </message>
    <message>
        <source>Precise instructions, many languages, pictures and tools.</source>
        <translation>Sigue instrucciones con precisión, muchos idiomas, imágenes y herramientas.</translation>
    </message>
    <message>
        <source>Precise search by meaning in English.</source>
        <translation>Búsqueda precisa por significado en inglés.</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, look at the details or restart the model server.</source>
        <translation>Pulsa Reintentar. Si vuelve a ocurrir, mira los detalles o reinicia el servidor de modelos.</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, restart the model server or choose a smaller model.</source>
        <translation>Pulsa Reintentar. Si vuelve a ocurrir, reinicia el servidor de modelos o elige un modelo más pequeño.</translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation>Programador</translation>
    </message>
    <message>
        <source>Put the file back where it was. The text stays.</source>
        <translation>Devuelve el archivo a su sitio. El texto se conserva.</translation>
    </message>
    <message>
        <source>Quick and clever for its size; everyday questions, reasoning, many languages.</source>
        <translation>Rápido y listo para su tamaño; preguntas cotidianas, razonamiento, muchos idiomas.</translation>
    </message>
    <message>
        <source>Quick chat</source>
        <translation>Chat rápido</translation>
    </message>
    <message>
        <source>Quick, for clear speech on small machines.</source>
        <translation>Rápido, para habla clara en equipos modestos.</translation>
    </message>
    <message>
        <source>Quiz me on this, one question at a time:</source>
        <translation>Pregúntame sobre esto, de una en una:</translation>
    </message>
    <message>
        <source>Raise the budget under Settings › Chat, or go on tomorrow.</source>
        <translation>Aumenta el límite en Ajustes › Chat o sigue mañana.</translation>
    </message>
    <message>
        <source>Read answers aloud</source>
        <translation>Leer las respuestas en voz alta</translation>
    </message>
    <message>
        <source>Read the details below and try again.</source>
        <translation>Lee los detalles de abajo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Read the details below, then try again or choose another model.</source>
        <translation>Lee los detalles de abajo y vuelve a intentarlo o elige otro modelo.</translation>
    </message>
    <message>
        <source>Reads pictures, diagrams and documents well.</source>
        <translation>Lee bien imágenes, diagramas y documentos.</translation>
    </message>
    <message>
        <source>Reads, writes and reviews code</source>
        <translation>Lee, escribe y revisa código</translation>
    </message>
    <message>
        <source>Ready, it loses no first syllable. “After use” keeps it open for 30 seconds. Sound that nobody asked for is forgotten after a second.</source>
        <translation>Listo, no pierde la primera sílaba. «Tras el uso» lo deja abierto 30 segundos. El sonido que nadie pidió se olvida al cabo de un segundo.</translation>
    </message>
    <message>
        <source>Reasons well and answers quickly for its size; good with tools.</source>
        <translation>Razona bien y responde rápido para su tamaño; bueno con herramientas.</translation>
    </message>
    <message>
        <source>Recognise speech on</source>
        <translation>Reconocer la voz con</translation>
    </message>
    <message>
        <source>Recovery key not checked yet</source>
        <translation>Clave de recuperación aún sin comprobar</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reducir movimiento</translation>
    </message>
    <message>
        <source>Remove Hearth’s own voice</source>
        <translation>Quitar la voz de Hearth</translation>
    </message>
    <message>
        <source>Remove it under Models › Speech and install it again.</source>
        <translation>Quítalo en Modelos › Habla y vuelve a instalarlo.</translation>
    </message>
    <message>
        <source>Install one under Models › Voices.</source>
        <translation>Instale una en Modelos › Voces.</translation>
    </message>
    <message>
        <source>A Chroma server keeps vectors unencrypted, outside of the vault: they tell what your texts are about.</source>
        <translation>Un servidor Chroma guarda los vectores sin cifrar, fuera del perfil: revelan de qué tratan tus textos.</translation>
    </message>
    <message>
        <source>A memory has between 1 and {most} characters.</source>
        <translation>Un recuerdo tiene entre 1 y {most} caracteres.</translation>
    </message>
    <message>
        <source>Address of a Chroma server</source>
        <translation>Dirección de un servidor Chroma</translation>
    </message>
    <message>
        <source>Agree to that for {address}, or choose another index.</source>
        <translation>Acéptalo para {address} o elige otro índice.</translation>
    </message>
    <message>
        <source>Ask documents in new chats</source>
        <translation>Consultar documentos en chats nuevos</translation>
    </message>
    <message>
        <source>Better order of what was found, but slower answers.</source>
        <translation>Ordena mejor lo encontrado, pero las respuestas tardan más.</translation>
    </message>
    <message>
        <source>Check its permissions and that the disk is connected, then read it again.</source>
        <translation>Comprueba sus permisos y que el disco esté conectado, y vuelve a leerlo.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may open it, then add it again.</source>
        <translation>Comprueba que exista y que puedas abrirla, y vuelve a añadirla.</translation>
    </message>
    <message>
        <source>Check the address and that the server is Chroma 1.0 or newer; until then Hearth compares exactly.</source>
        <translation>Revisa la dirección y que el servidor sea Chroma 1.0 o posterior; mientras tanto, Hearth usa la comparación exacta.</translation>
    </message>
    <message>
        <source>Choose “Read again” when you want it to be found.</source>
        <translation>Elige «Volver a leer» cuando quieras que se encuentre.</translation>
    </message>
    <message>
        <source>Finds by meaning with</source>
        <translation>Buscar por significado con</translation>
    </message>
    <message>
        <source>Free some memory or close other programs, then read the file again.</source>
        <translation>Libera memoria o cierra otros programas y vuelve a leer el archivo.</translation>
    </message>
    <message>
        <source>Hearth cannot read files of this kind.</source>
        <translation>Hearth no puede leer archivos de este tipo.</translation>
    </message>
    <message>
        <source>If it is scanned, check that reading pictures is switched on; a sharper scan may help.</source>
        <translation>Si está escaneado, comprueba que la lectura de páginas escaneadas esté activada; un escaneo más nítido puede ayudar.</translation>
    </message>
    <message>
        <source>If you trust it, save it anew in the program that made it.</source>
        <translation>Si confías en él, vuelve a guardarlo con el programa que lo creó.</translation>
    </message>
    <message>
        <source>Index of meanings</source>
        <translation>Índice de significados</translation>
    </message>
    <message>
        <source>It was deleted. Choose another collection, or make a new one.</source>
        <translation>Se eliminó. Elige otra colección o crea una nueva.</translation>
    </message>
    <message>
        <source>It was forgotten or replaced. Add it again if Hearth should know it.</source>
        <translation>Se olvidó o se sustituyó. Vuelve a añadirlo si Hearth debe conocerlo.</translation>
    </message>
    <message>
        <source>It was removed. Add the file again if you want to ask about it.</source>
        <translation>Se quitó. Vuelve a añadir el archivo si quieres preguntar sobre él.</translation>
    </message>
    <message>
        <source>Let the model choose passages</source>
        <translation>Dejar que el modelo elija pasajes</translation>
    </message>
    <message>
        <source>New chats may answer from all collections.</source>
        <translation>Los chats nuevos pueden responder a partir de todas las colecciones.</translation>
    </message>
    <message>
        <source>No language model was asked. These passages of your documents are nearest to the question:</source>
        <translation>No se preguntó a ningún modelo de lenguaje. Estos son los pasajes de tus documentos más cercanos a la pregunta:</translation>
    </message>
    <message>
        <source>No language model was asked. This is how what you attached begins:</source>
        <translation>No se preguntó a ningún modelo de lenguaje. Así empieza lo que adjuntaste:</translation>
    </message>
    <message>
        <source>Only for the Chroma server. Vectors leave the vault’s protection there.</source>
        <translation>Solo para el servidor Chroma. Allí los vectores salen de la protección del perfil.</translation>
    </message>
    <message>
        <source>Open it in another program to see whether it is whole, then add it again.</source>
        <translation>Ábrelo en otro programa para ver si está completo y vuelve a añadirlo.</translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it anew, then add it again.</source>
        <translation>Ábrelo con el programa que lo creó, vuelve a guardarlo y añádelo otra vez.</translation>
    </message>
    <message>
        <source>Put it back, or remove it from the collection.</source>
        <translation>Devuélvelo a su sitio o quítalo de la colección.</translation>
    </message>
    <message>
        <source>Read scanned pages</source>
        <translation>Leer páginas escaneadas</translation>
    </message>
    <message>
        <source>Reading this file took too long and was stopped.</source>
        <translation>La lectura de este archivo tardaba demasiado y se detuvo.</translation>
    </message>
    <message>
        <source>Reading this file would take too much memory.</source>
        <translation>Leer este archivo ocuparía demasiada memoria.</translation>
    </message>
    <message>
        <source>Reading was stopped before this file.</source>
        <translation>La lectura se detuvo antes de llegar a este archivo.</translation>
    </message>
    <message>
        <source>Recognises the words of pictures and scans, on this computer.</source>
        <translation>Reconoce las palabras de imágenes y escaneos, en este equipo.</translation>
    </message>
    <message>
        <source>Relevance floor</source>
        <translation>Relevancia mínima</translation>
    </message>
    <message>
        <source>Remember facts about you</source>
        <translation>Recordar datos sobre ti</translation>
    </message>
    <message>
        <source>Remove it under Models › Voices and install it again.</source>
        <translation>Quítela en Modelos › Voces e instálela de nuevo.</translation>
    </message>
    <message>
        <source>Remove rumble</source>
        <translation>Quitar ruidos graves</translation>
    </message>
    <message>
        <source>Restart the model server and press Retry.</source>
        <translation>Reinicia el servidor de modelos y pulsa Reintentar.</translation>
    </message>
    <message>
        <source>Restore the key file or the whole profile from a backup. Nothing was changed.</source>
        <translation>Restaura el archivo de claves o el perfil entero desde una copia de seguridad. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Restore the latest backup. The damaged database is kept and not changed.</source>
        <translation>Restaura la última copia de seguridad. La base de datos dañada se conserva sin cambios.</translation>
    </message>
    <message>
        <source>Restore the latest backup. The damaged files are kept and not changed.</source>
        <translation>Restaura la última copia de seguridad. Los archivos dañados se conservan sin cambios.</translation>
    </message>
    <message>
        <source>Result of the echo test</source>
        <translation>Resultado de la prueba de eco</translation>
    </message>
    <message>
        <source>Reuse answers</source>
        <translation>Reutilizar respuestas</translation>
    </message>
    <message>
        <source>Review this code:</source>
        <translation>Revisa este código:</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>Reescribir</translation>
    </message>
    <message>
        <source>Rewrite this so that it sounds {{tone|clearer and shorter|friendly|formal|confident|diplomatic|simple}}. Keep the language and the meaning, and answer with the new text alone.

{{text}}</source>
        <translation>Reescribe esto para que suene {{tone|más claro y breve|amistoso|formal|seguro|diplomático|sencillo}}. Conserva el idioma y el sentido, y responde solo con el texto nuevo.

{{text}}</translation>
    </message>
    <message>
        <source>Run the command again and type the same passphrase twice.</source>
        <translation>Ejecuta la orden otra vez y escribe la misma frase de paso las dos veces.</translation>
    </message>
    <message>
        <source>Run this in a terminal, or hand the passphrase over on a file descriptor named in HEARTH_PASSPHRASE_FD.</source>
        <translation>Ejecútalo en un terminal o entrega la frase de paso por el descriptor de archivo indicado en HEARTH_PASSPHRASE_FD.</translation>
    </message>
    <message>
        <source>Run “hearth doctor”; it says what is missing and how to mend it.</source>
        <translation>Ejecuta «hearth doctor»; dice qué falta y cómo arreglarlo.</translation>
    </message>
    <message>
        <source>Run “ollama pull llama3.2” in a terminal (about 2 GB), then press Retry.</source>
        <translation>Ejecuta «ollama pull llama3.2» en un terminal (unos 2&#xa0;GB) y después pulsa Reintentar.</translation>
    </message>
    <message>
        <source>Run “ollama pull {model}” in a terminal and press Retry, or choose another model.</source>
        <translation>Ejecuta «ollama pull {model}» en un terminal y pulsa Reintentar, o elige otro modelo.</translation>
    </message>
    <message>
        <source>Save a copy without protection and add that.</source>
        <translation>Guarda una copia sin protección y añádela.</translation>
    </message>
    <message>
        <source>Save it as PDF, as text or in a current Office or OpenDocument format, and add that.</source>
        <translation>Guárdalo como PDF, como texto o en un formato actual de Office u OpenDocument, y añade esa copia.</translation>
    </message>
    <message>
        <source>Say it again. If it happens often, choose a smaller model under Settings › Voice.</source>
        <translation>Dilo otra vez. Si ocurre a menudo, elige un modelo más pequeño en Ajustes › Voz.</translation>
    </message>
    <message>
        <source>Say it in a sentence or two; put longer texts into a collection of documents.</source>
        <translation>Dilo en una o dos frases; los textos más largos van mejor en una colección de documentos.</translation>
    </message>
    <message>
        <source>Say which one with --profile NAME.</source>
        <translation>Indica cuál con --profile NOMBRE.</translation>
    </message>
    <message>
        <source>Search by meaning across European and Asian languages.</source>
        <translation>Búsqueda por significado en idiomas europeos y asiáticos.</translation>
    </message>
    <message>
        <source>Search by meaning in over a hundred languages, also in long passages.</source>
        <translation>Búsqueda por significado en más de cien idiomas, también en pasajes largos.</translation>
    </message>
    <message>
        <source>Seconds of silence before an answer counts as stalled.</source>
        <translation>Segundos de silencio tras los que una respuesta se da por parada.</translation>
    </message>
    <message>
        <source>Seconds. Loading a large model takes a while.</source>
        <translation>Segundos. Cargar un modelo grande lleva un rato.</translation>
    </message>
    <message>
        <source>Servers with OpenAI&apos;s protocol, such as llama.cpp, vLLM and LM Studio.</source>
        <translation>Servidores con el protocolo de OpenAI, como llama.cpp, vLLM y LM Studio.</translation>
    </message>
    <message>
        <source>Shorten it or attach less, or raise the context size under Settings › Chat (now {window} tokens).</source>
        <translation>Acórtalo o adjunta menos, o amplía el contexto en Ajustes › Chat (ahora {window} tokens).</translation>
    </message>
    <message>
        <source>Show me a text. I will say what works, and what would make it better.</source>
        <translation>Muéstrame un texto. Te diré qué funciona y qué lo mejoraría.</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>Shows what Hearth is doing and opens the quick chat.</source>
        <translation>Muestra lo que está haciendo Hearth y abre el chat rápido.</translation>
    </message>
    <message>
        <source>Size of all text, in percent.</source>
        <translation>Tamaño de todo el texto, en porcentaje.</translation>
    </message>
    <message>
        <source>Small and fluent in Japanese; conversation and writing.</source>
        <translation>Pequeño y fluido en japonés; conversación y escritura.</translation>
    </message>
    <message>
        <source>Small and fully open, from Japan&apos;s research institutes.</source>
        <translation>Pequeño y del todo abierto, de los institutos de investigación de Japón.</translation>
    </message>
    <message>
        <source>Small and quick; short texts and simple rewriting.</source>
        <translation>Pequeño y rápido; textos cortos y reescrituras sencillas.</translation>
    </message>
    <message>
        <source>Small and sober; summaries, extraction, office texts.</source>
        <translation>Pequeño y sobrio; resúmenes, extracción, textos de oficina.</translation>
    </message>
    <message>
        <source>Small search by meaning in over a hundred languages.</source>
        <translation>Búsqueda por significado en más de cien idiomas, pequeña.</translation>
    </message>
    <message>
        <source>Small, good at arithmetic and logic.</source>
        <translation>Pequeño, bueno en aritmética y lógica.</translation>
    </message>
    <message>
        <source>Small, many languages, looks at pictures; a good all-rounder for a laptop.</source>
        <translation>Pequeño, muchos idiomas, mira imágenes; muy completo para un portátil.</translation>
    </message>
    <message>
        <source>So that you can interrupt it while it speaks through loudspeakers. Try the echo test first.</source>
        <translation>Para poder interrumpirlo mientras habla por los altavoces. Haz antes la prueba de eco.</translation>
    </message>
    <message>
        <source>Sober and careful; documents, extraction, tools.</source>
        <translation>Sobrio y cuidadoso; documentos, extracción, herramientas.</translation>
    </message>
    <message>
        <source>Some of this profile&apos;s data is damaged.</source>
        <translation>Algunos datos de este perfil están dañados.</translation>
    </message>
    <message>
        <source>Something answers at {address}, but it is not a model server.</source>
        <translation>Algo responde en {address}, pero no es un servidor de modelos.</translation>
    </message>
    <message>
        <source>Something that Hearth needs is not available.</source>
        <translation>Algo que Hearth necesita no está disponible.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Algo salió mal.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation>Reconocimiento de voz</translation>
    </message>
    <message>
        <source>Speech recognition stopped unexpectedly, so what you said was lost.</source>
        <translation>El reconocimiento de voz se detuvo de forma inesperada y se perdió lo que dijiste.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Split it into smaller files and add those.</source>
        <translation>Divídelo en archivos más pequeños y añádelos.</translation>
    </message>
    <message>
        <source>Split it into smaller files, or save it in a simpler format.</source>
        <translation>Divídelo en archivos más pequeños o guárdalo en un formato más sencillo.</translation>
    </message>
    <message>
        <source>Spoken commands</source>
        <translation>Órdenes de voz</translation>
    </message>
    <message>
        <source>Spoken words become text in this language.</source>
        <translation>Lo que dices se convierte en texto en este idioma.</translation>
    </message>
    <message>
        <source>Start Ollama (open the Ollama app, or run “ollama serve”) and press Retry.</source>
        <translation>Inicia Ollama (abre la aplicación Ollama o ejecuta «ollama serve») y pulsa Reintentar.</translation>
    </message>
    <message>
        <source>Start Ollama, or let Hearth install its own, and try again.</source>
        <translation>Inicia Ollama, o deja que Hearth instale el suyo, y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Start it again, or log out and in, and try once more.</source>
        <translation>Vuelve a iniciarlo, o cierra la sesión y ábrela de nuevo, y prueba otra vez.</translation>
    </message>
    <message>
        <source>Start it there (“chroma run”) and check the address; until then Hearth compares exactly.</source>
        <translation>Inícialo allí («chroma run») y revisa la dirección; mientras tanto, Hearth usa la comparación exacta.</translation>
    </message>
    <message>
        <source>Start the model server (llama.cpp, vLLM, LM Studio …) and press Retry.</source>
        <translation>Inicia el servidor de modelos (llama.cpp, vLLM, LM Studio…) y pulsa Reintentar.</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>Iniciar con la sesión</translation>
    </message>
    <message>
        <source>Starting at login could not be changed: the system refused it.</source>
        <translation>No se pudo cambiar el inicio con la sesión: el sistema lo rechazó.</translation>
    </message>
    <message>
        <source>Step by step, with what could go wrong</source>
        <translation>Paso a paso, con lo que podría fallar</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Strong at mathematics and reasoning, mostly in English.</source>
        <translation>Fuerte en matemáticas y razonamiento, sobre todo en inglés.</translation>
    </message>
    <message>
        <source>Strong search by meaning in over a hundred languages.</source>
        <translation>Búsqueda potente por significado en más de cien idiomas.</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>Summarise this {{length=in a few bullet points|in one sentence|in a few bullet points|in one paragraph}}. Keep names and figures, and add nothing of your own.

{{text}}</source>
        <translation>Resume esto {{length=en unos pocos puntos|en una frase|en unos pocos puntos|en un párrafo}}. Conserva nombres y cifras, y no añadas nada tuyo.

{{text}}</translation>
    </message>
    <message>
        <source>Suppress noise</source>
        <translation>Reducir el ruido</translation>
    </message>
    <message>
        <source>Take it out, and add those of its folders that you want to ask about, each by itself.</source>
        <translation>Quítala y añade, una por una, las subcarpetas sobre las que quieras preguntar.</translation>
    </message>
    <message>
        <source>Takes a picture of the screen into the quick chat.</source>
        <translation>Lleva una imagen de la pantalla al chat rápido.</translation>
    </message>
    <message>
        <source>Takes out hum and footsteps below speech.</source>
        <translation>Elimina zumbidos y pasos, más graves que el habla.</translation>
    </message>
    <message>
        <source>Takes the text you selected, or the clipboard, into the quick chat.</source>
        <translation>Lleva el texto que has seleccionado, o el portapapeles, al chat rápido.</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Hablar</translation>
    </message>
    <message>
        <source>Tell when an answer or a download is ready while Hearth’s window is not in front.</source>
        <translation>Avisa cuando una respuesta o una descarga está lista y la ventana de Hearth no está en primer plano.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Text while you speak</source>
        <translation>Texto mientras hablas</translation>
    </message>
    <message>
        <source>That does not open this profile.</source>
        <translation>Eso no abre este perfil.</translation>
    </message>
    <message>
        <source>The Chroma server at {address} does not answer.</source>
        <translation>El servidor Chroma de {address} no responde.</translation>
    </message>
    <message>
        <source>The Ollama that was downloaded cannot be used on this computer.</source>
        <translation>El Ollama que se descargó no se puede usar en este equipo.</translation>
    </message>
    <message>
        <source>The answer broke off. What had arrived is kept.</source>
        <translation>La respuesta se interrumpió. Lo que había llegado se conserva.</translation>
    </message>
    <message>
        <source>The answer reached the limit of its length and was cut off.</source>
        <translation>La respuesta alcanzó su longitud máxima y se cortó.</translation>
    </message>
    <message>
        <source>The answer took longer than {limit_s} seconds and was ended. What had arrived is kept.</source>
        <translation>La respuesta tardó más de {limit_s} segundos y se detuvo. Lo que había llegado se conserva.</translation>
    </message>
    <message>
        <source>The built-in model understands English. An embedding model of Ollama’s can be chosen instead.</source>
        <translation>El modelo integrado entiende inglés. En su lugar puede elegirse un modelo de embeddings de Ollama.</translation>
    </message>
    <message>
        <source>The computer has no memory left for this.</source>
        <translation>Al equipo no le queda memoria para esto.</translation>
    </message>
    <message>
        <source>The database of this profile is damaged.</source>
        <translation>La base de datos de este perfil está dañada.</translation>
    </message>
    <message>
        <source>The disk is full, so this could not be saved. What was saved before is safe.</source>
        <translation>El disco está lleno, así que no se pudo guardar. Lo guardado antes está a salvo.</translation>
    </message>
    <message>
        <source>The files could not be written or read.</source>
        <translation>No se pudieron escribir o leer los archivos.</translation>
    </message>
    <message>
        <source>The files of this profile cannot be read or written: {reason}</source>
        <translation>No se pueden leer o escribir los archivos de este perfil: {reason}</translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit and could not be summarised, so the model saw only the beginnings of some of them. {reason}</source>
        <translation>Los primeros {count} mensajes ya no caben y no se pudieron resumir, así que el modelo solo vio el comienzo de algunos. {reason}</translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit and were summarised for the model.</source>
        <translation>Los primeros {count} mensajes ya no caben y se resumieron para el modelo.</translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit. The latest of them were summarised for the model; the oldest {left_out} were too many and were left out.</source>
        <translation>Los primeros {count} mensajes ya no caben. Los más recientes se resumieron para el modelo; los {left_out} más antiguos eran demasiados y quedaron fuera.</translation>
    </message>
    <message>
        <source>The graphics card could not recognise speech, so the processor does it now. This may be slower.</source>
        <translation>La tarjeta gráfica no pudo reconocer la voz, así que ahora lo hace el procesador. Puede ir más lento.</translation>
    </message>
    <message>
        <source>The key file of this profile is damaged.</source>
        <translation>El archivo de claves de este perfil está dañado.</translation>
    </message>
    <message>
        <source>The loudspeaker or headphones were disconnected.</source>
        <translation>Se desconectaron los altavoces o los auriculares.</translation>
    </message>
    <message>
        <source>The main points, short</source>
        <translation>Los puntos principales, en breve</translation>
    </message>
    <message>
        <source>The microphone is completely silent.</source>
        <translation>El micrófono está en completo silencio.</translation>
    </message>
    <message>
        <source>The microphone stays open. What is said is compared on this computer and forgotten.</source>
        <translation>El micrófono queda abierto. Lo que se dice se compara en este equipo y se olvida.</translation>
    </message>
    <message>
        <source>The microphone was disconnected.</source>
        <translation>Se desconectó el micrófono.</translation>
    </message>
    <message>
        <source>The model did not answer.</source>
        <translation>El modelo no respondió.</translation>
    </message>
    <message>
        <source>The model gave an empty answer.</source>
        <translation>El modelo dio una respuesta vacía.</translation>
    </message>
    <message>
        <source>The model has been silent for {silence_s} seconds. What had arrived is kept.</source>
        <translation>El modelo lleva {silence_s} segundos en silencio. Lo que había llegado se conserva.</translation>
    </message>
    <message>
        <source>The model server at {address} cannot be reached.</source>
        <translation>No se puede acceder al servidor de modelos en {address}.</translation>
    </message>
    <message>
        <source>The model server at {address} did not answer within {wait_s} seconds.</source>
        <translation>El servidor de modelos en {address} no respondió en {wait_s} segundos.</translation>
    </message>
    <message>
        <source>The model server at {address} is too old: version {version}, and {needed} or newer is needed.</source>
        <translation>El servidor de modelos en {address} es demasiado antiguo: tiene la versión {version} y se necesita la {needed} o una posterior.</translation>
    </message>
    <message>
        <source>The model server is busy.</source>
        <translation>El servidor de modelos está ocupado.</translation>
    </message>
    <message>
        <source>The model server refused the question.</source>
        <translation>El servidor de modelos rechazó la pregunta.</translation>
    </message>
    <message>
        <source>The model “{model}” is not installed.</source>
        <translation>El modelo «{model}» no está instalado.</translation>
    </message>
    <message>
        <source>The most accurate, in about a hundred languages; wants a graphics card.</source>
        <translation>El más preciso, en unos cien idiomas; pide una tarjeta gráfica.</translation>
    </message>
    <message>
        <source>The part of Hearth that reads files did not start.</source>
        <translation>La parte de Hearth que lee archivos no se inició.</translation>
    </message>
    <message>
        <source>The quick chat and the hotkeys stay at hand. Off: closing the window ends Hearth.</source>
        <translation>El chat rápido y los atajos globales siguen a mano. Desactivado: al cerrar la ventana se cierra Hearth.</translation>
    </message>
    <message>
        <source>The quickest; understands clear speech, makes mistakes in noise.</source>
        <translation>El más rápido; entiende el habla clara y se equivoca con ruido.</translation>
    </message>
    <message>
        <source>The same German voice in finer quality; takes more time.</source>
        <translation>La misma voz alemana, de mejor calidad; tarda más.</translation>
    </message>
    <message>
        <source>The same in another tone</source>
        <translation>Lo mismo en otro tono</translation>
    </message>
    <message>
        <source>The server at {address} does not have the model “{model}”.</source>
        <translation>El servidor en {address} no tiene el modelo «{model}».</translation>
    </message>
    <message>
        <source>The server of “{model}” is no longer set up.</source>
        <translation>El servidor de «{model}» ya no está configurado.</translation>
    </message>
    <message>
        <source>The smallest and quickest, for English.</source>
        <translation>El más pequeño y rápido, para inglés.</translation>
    </message>
    <message>
        <source>The sound of “{name}” is no longer there: it was not kept, and the file was moved or deleted.</source>
        <translation>El sonido de «{name}» ya no está: no se conservó, y el archivo se movió o se eliminó.</translation>
    </message>
    <message>
        <source>The sound system of this computer does not answer.</source>
        <translation>El sistema de sonido de este equipo no responde.</translation>
    </message>
    <message>
        <source>The speech model “{model}” cannot be used: its files are incomplete or damaged.</source>
        <translation>No se puede usar el modelo de habla «{model}»: sus archivos están incompletos o dañados.</translation>
    </message>
    <message>
        <source>The speech model “{model}” cannot translate what it hears.</source>
        <translation>El modelo de habla «{model}» no puede traducir lo que oye.</translation>
    </message>
    <message>
        <source>The strongest of these thinkers that fits one large graphics card.</source>
        <translation>El más fuerte de estos pensadores que cabe en una tarjeta gráfica grande.</translation>
    </message>
    <message>
        <source>The system did not let Hearth read this file.</source>
        <translation>El sistema no permitió a Hearth leer este archivo.</translation>
    </message>
    <message>
        <source>The system keyring cannot be used: {reason}</source>
        <translation>No se puede usar el llavero del sistema: {reason}</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Las dos frases de paso no son iguales.</translation>
    </message>
    <message>
        <source>The voice “{voice}” cannot be used: its files are incomplete or damaged.</source>
        <translation>No se puede usar la voz «{voice}»: sus archivos están incompletos o dañados.</translation>
    </message>
    <message>
        <source>The voice “{voice}” stopped working, so another one speaks.</source>
        <translation>La voz «{voice}» dejó de funcionar, así que habla otra.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>There are several profiles: {names}.</source>
        <translation>Hay varios perfiles: {names}.</translation>
    </message>
    <message>
        <source>There is a typing error in this recovery key.</source>
        <translation>Hay un error al escribir esta clave de recuperación.</translation>
    </message>
    <message>
        <source>There is already a profile called “{alias}”.</source>
        <translation>Ya hay un perfil llamado «{alias}».</translation>
    </message>
    <message>
        <source>There is already a prompt called “/{name}”.</source>
        <translation>Ya hay un prompt llamado «/{name}».</translation>
    </message>
    <message>
        <source>There is no model called “{model}” to download.</source>
        <translation>No hay ningún modelo llamado «{model}» que descargar.</translation>
    </message>
    <message>
        <source>There is no model called “{model}”.</source>
        <translation>No hay ningún modelo llamado «{model}».</translation>
    </message>
    <message>
        <source>There is no model for speech recognition on this computer yet.</source>
        <translation>Aún no hay ningún modelo de reconocimiento de voz en este equipo.</translation>
    </message>
    <message>
        <source>There is no profile called “{alias}”.</source>
        <translation>No hay ningún perfil llamado «{alias}».</translation>
    </message>
    <message>
        <source>There is no profile on this computer yet.</source>
        <translation>Aún no hay ningún perfil en este equipo.</translation>
    </message>
    <message>
        <source>There is no ready-made Ollama for this computer.</source>
        <translation>No hay ningún Ollama ya preparado para este equipo.</translation>
    </message>
    <message>
        <source>There is no text in this file that Hearth can read.</source>
        <translation>En este archivo no hay texto que Hearth pueda leer.</translation>
    </message>
    <message>
        <source>There is no voice on this computer that could speak.</source>
        <translation>En este equipo no hay ninguna voz que pueda hablar.</translation>
    </message>
    <message>
        <source>There is not enough free memory to check the passphrase ({memory_mib} MB are needed).</source>
        <translation>No hay memoria libre suficiente para comprobar la frase de paso (se necesitan {memory_mib}&#xa0;MB).</translation>
    </message>
    <message>
        <source>There is not enough memory for “{model}”.</source>
        <translation>No hay memoria suficiente para «{model}».</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} are needed, and {free} are free.</source>
        <translation>No hay sitio suficiente en el disco: se necesitan {needed} y hay {free} libres.</translation>
    </message>
    <message>
        <source>There is nothing to answer yet.</source>
        <translation>Aún no hay nada que responder.</translation>
    </message>
    <message>
        <source>There were too many questions in a short time.</source>
        <translation>Hubo demasiadas preguntas en poco tiempo.</translation>
    </message>
    <message>
        <source>Think a decision through</source>
        <translation>Meditar una decisión</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Razonamiento</translation>
    </message>
    <message>
        <source>Thinks at length before it answers; harder puzzles than the small one.</source>
        <translation>Piensa largo rato antes de responder; problemas más difíciles que el pequeño.</translation>
    </message>
    <message>
        <source>Thinks at length before it answers; puzzles, mathematics, planning.</source>
        <translation>Piensa largo rato antes de responder; acertijos, matemáticas, planificación.</translation>
    </message>
    <message>
        <source>This answer failed in Open WebUI.</source>
        <translation>Esta respuesta falló en Open WebUI.</translation>
    </message>
    <message>
        <source>This backup is incomplete or was changed. Nothing was restored.</source>
        <translation>Esta copia de seguridad está incompleta o fue modificada. No se restauró nada.</translation>
    </message>
    <message>
        <source>This chat is no longer there.</source>
        <translation>Este chat ya no existe.</translation>
    </message>
    <message>
        <source>This collection is no longer there.</source>
        <translation>Esta colección ya no existe.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Esto no funcionó.</translation>
    </message>
    <message>
        <source>This document is no longer in Hearth.</source>
        <translation>Este documento ya no está en Hearth.</translation>
    </message>
    <message>
        <source>This file changed or vanished while it was read.</source>
        <translation>Este archivo cambió o desapareció mientras se leía.</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>No se pudo leer este archivo.</translation>
    </message>
    <message>
        <source>This file is damaged, cut short, or not what its name says.</source>
        <translation>Este archivo está dañado, incompleto o no es lo que dice su nombre.</translation>
    </message>
    <message>
        <source>This file is nested too deeply, as files made to do harm are.</source>
        <translation>Este archivo tiene demasiados niveles anidados, como los creados para hacer daño.</translation>
    </message>
    <message>
        <source>This file is no longer where it was.</source>
        <translation>Este archivo ya no está donde estaba.</translation>
    </message>
    <message>
        <source>This file is protected with a password or by its publisher.</source>
        <translation>Este archivo está protegido con contraseña o por su editor.</translation>
    </message>
    <message>
        <source>This file is too large, or unpacks to far more than its size.</source>
        <translation>Este archivo es demasiado grande, o descomprimido ocupa muchísimo más.</translation>
    </message>
    <message>
        <source>This folder holds more than 200,000 files. Those beyond are not read.</source>
        <translation>Esta carpeta contiene más de 200 000 archivos. Los que pasan de ahí no se leen.</translation>
    </message>
    <message>
        <source>This is no longer remembered.</source>
        <translation>Esto ya no se recuerda.</translation>
    </message>
    <message>
        <source>This is the only way to open the profile, so it stays.</source>
        <translation>Es la única forma de abrir el perfil, así que se queda.</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>Este mensaje ya no existe.</translation>
    </message>
    <message>
        <source>This message is too long for “{model}”: about {needed} tokens, and there is room for {room}.</source>
        <translation>Este mensaje es demasiado largo para «{model}»: unos {needed} tokens, y hay sitio para {room}.</translation>
    </message>
    <message>
        <source>This model cannot see images, so it did not see {0} from earlier in the chat.</source>
        <translation>Este modelo no puede ver imágenes, así que no vio {0}, de antes en el chat.</translation>
    </message>
    <message>
        <source>This persona is no longer there.</source>
        <translation>Este rol ya no existe.</translation>
    </message>
    <message>
        <source>This profile is already open in another Hearth.</source>
        <translation>Este perfil ya está abierto en otro Hearth.</translation>
    </message>
    <message>
        <source>This profile is locked.</source>
        <translation>Este perfil está bloqueado.</translation>
    </message>
    <message>
        <source>This profile is not opened this way.</source>
        <translation>Este perfil no se abre así.</translation>
    </message>
    <message>
        <source>This profile is older than when it was last closed: it was put back, or recent changes were lost.</source>
        <translation>Este perfil es más antiguo que cuando se cerró por última vez: lo restauraron o se perdieron cambios recientes.</translation>
    </message>
    <message>
        <source>This profile needs its passphrase, and there is no terminal to type it on.</source>
        <translation>Este perfil necesita su frase de paso y no hay ningún terminal donde escribirla.</translation>
    </message>
    <message>
        <source>This profile was written by a newer version of Hearth. Nothing was changed.</source>
        <translation>Este perfil lo escribió una versión más reciente de Hearth. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This prompt is no longer there.</source>
        <translation>Este prompt ya no existe.</translation>
    </message>
    <message>
        <source>This session keeps nothing, so there is nothing to back up or to check.</source>
        <translation>Esta sesión no guarda nada, así que no hay nada que copiar ni que comprobar.</translation>
    </message>
    <message>
        <source>This transcript is no longer there.</source>
        <translation>Esta transcripción ya no está.</translation>
    </message>
    <message>
        <source>Thorough reasoning and writing for strong graphics cards.</source>
        <translation>Razonamiento y escritura a fondo para tarjetas gráficas potentes.</translation>
    </message>
    <message>
        <source>Tiny and quick, made for Japanese.</source>
        <translation>Diminuto y rápido, pensado para el japonés.</translation>
    </message>
    <message>
        <source>Tiny; for trying things out and for very old machines.</source>
        <translation>Diminuto; para probar y para equipos muy antiguos.</translation>
    </message>
    <message>
        <source>Today’s budget of {limit} tokens is used up.</source>
        <translation>Se agotó el límite de hoy de {limit} tokens.</translation>
    </message>
    <message>
        <source>Told about the tray</source>
        <translation>Avisado de la bandeja</translation>
    </message>
    <message>
        <source>Told to the model at the start of every chat, for example how you like your answers.</source>
        <translation>Se le dice al modelo al comienzo de cada chat; por ejemplo, cómo te gustan las respuestas.</translation>
    </message>
    <message>
        <source>Trained further on Japanese at Tokyo&apos;s Institute of Science; knowledge, translation and long texts.</source>
        <translation>Entrenado además en japonés en el Instituto de Ciencia de Tokio; conocimientos, traducción y textos largos.</translation>
    </message>
    <message>
        <source>Trained further on Japanese; natural conversation and writing in Japanese.</source>
        <translation>Entrenado además en japonés; conversación y escritura naturales en japonés.</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traducir</translation>
    </message>
    <message>
        <source>Translate into English:</source>
        <translation>Traduce al inglés:</translation>
    </message>
    <message>
        <source>Translate into Spanish, formally:</source>
        <translation>Traduce al español, en tono formal:</translation>
    </message>
    <message>
        <source>Translate this into {{language|English|German|Spanish|French|Italian|Portuguese|Dutch|Polish|Ukrainian|Turkish|Arabic|Hindi|Japanese|Korean|Chinese}}. Keep tone and formatting, and answer with the translation alone.

{{text}}</source>
        <translation>Traduce este texto al {{language|inglés|alemán|español|francés|italiano|portugués|neerlandés|polaco|ucraniano|turco|árabe|hindi|japonés|coreano|chino}}. Conserva el tono y el formato, y responde solo con la traducción.

{{text}}</translation>
    </message>
    <message>
        <source>Translate what you say into</source>
        <translation>Traducir lo que dices a</translation>
    </message>
    <message>
        <source>Translates, and says so where a word has no match</source>
        <translation>Traduce y avisa si algo no tiene equivalente</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>Traductor</translation>
    </message>
    <message>
        <source>Tried in this order when the chosen model fails or is missing.</source>
        <translation>Se prueban en este orden cuando el modelo elegido falla o no está.</translation>
    </message>
    <message>
        <source>Try again later; if it stays like this, Hearth needs an update.</source>
        <translation>Inténtalo más tarde; si sigue así, Hearth necesita una actualización.</translation>
    </message>
    <message>
        <source>Try again, or choose another model.</source>
        <translation>Vuelve a intentarlo o elige otro modelo.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, install Ollama from its own page and start it; Hearth will find it.</source>
        <translation>Vuelve a intentarlo. Si ocurre de nuevo, instala Ollama desde su propia página e inícialo; Hearth lo encontrará.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, something changes your downloads: do not use them.</source>
        <translation>Vuelve a intentarlo. Si ocurre de nuevo, algo altera tus descargas: no las uses.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, run “hearth doctor”.</source>
        <translation>Vuelve a intentarlo; si ocurre de nuevo, ejecuta «hearth doctor».</translation>
    </message>
    <message>
        <source>Try again; the details below say more.</source>
        <translation>Vuelve a intentarlo; los detalles de abajo dicen más.</translation>
    </message>
    <message>
        <source>Turn thinking off for this chat, or choose a thinking model.</source>
        <translation>Desactiva el razonamiento en este chat o elige un modelo que piense.</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>Tutor</translation>
    </message>
    <message>
        <source>Type a question first.</source>
        <translation>Escribe antes una pregunta.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Desbloquéalo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Unlock with the keyring at start</source>
        <translation>Desbloquear con el llavero al iniciar</translation>
    </message>
    <message>
        <source>Unlock with your passphrase or recovery key, or start and unlock the system keyring and try again.</source>
        <translation>Desbloquea con tu frase de paso o tu clave de recuperación, o inicia y desbloquea el llavero del sistema y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Update Hearth, then open the profile again.</source>
        <translation>Actualiza Hearth y vuelve a abrir el perfil.</translation>
    </message>
    <message>
        <source>Update Ollama from its app or from its download page, start it again and press Retry.</source>
        <translation>Actualiza Ollama desde su aplicación o su página de descargas, vuelve a iniciarlo y pulsa Reintentar.</translation>
    </message>
    <message>
        <source>Use Hearth’s own Ollama</source>
        <translation>Usar el Ollama propio de Hearth</translation>
    </message>
    <message>
        <source>Use an Ollama on another computer, or another model server; both are set up under Settings.</source>
        <translation>Usa un Ollama de otro equipo u otro servidor de modelos; ambos se configuran en Ajustes.</translation>
    </message>
    <message>
        <source>Use another backup. Your present profile was not touched.</source>
        <translation>Usa otra copia de seguridad. Tu perfil actual no se ha tocado.</translation>
    </message>
    <message>
        <source>Use letters, digits and - _ . only, with a colon before the variant, for example my-model:latest.</source>
        <translation>Usa solo letras, dígitos y - _ . con dos puntos antes de la variante; por ejemplo, mi-modelo:latest.</translation>
    </message>
    <message>
        <source>Use the passphrase, the system keyring or the recovery key that was set up for it.</source>
        <translation>Usa la frase de paso, el llavero del sistema o la clave de recuperación que se configuró para él.</translation>
    </message>
    <message>
        <source>Use the window that is already open, or close it first.</source>
        <translation>Usa la ventana que ya está abierta o ciérrala antes.</translation>
    </message>
    <message>
        <source>Very accurate; some find it steadier than its successor.</source>
        <translation>Muy preciso; a algunos les parece más estable que su sucesor.</translation>
    </message>
    <message>
        <source>Very quick; simple questions and summaries.</source>
        <translation>Muy rápido; preguntas sencillas y resúmenes.</translation>
    </message>
    <message>
        <source>Very small and quick; short answers and simple rewriting, even on old laptops.</source>
        <translation>Muy pequeño y rápido; respuestas cortas y reescrituras sencillas, incluso en portátiles viejos.</translation>
    </message>
    <message>
        <source>Voice notes keep</source>
        <translation>Guardar en las notas de voz</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Voces</translation>
    </message>
    <message>
        <source>Wait a moment and press Retry.</source>
        <translation>Espera un momento y pulsa Reintentar.</translation>
    </message>
    <message>
        <source>Wait for the first word</source>
        <translation>Espera inicial</translation>
    </message>
    <message>
        <source>Wait for you to finish</source>
        <translation>Esperar a que termines</translation>
    </message>
    <message>
        <source>Wait in mid-answer</source>
        <translation>Espera entre palabras</translation>
    </message>
    <message>
        <source>Wait until the program that writes it has finished, then read it again.</source>
        <translation>Espera a que termine el programa que lo escribe y vuelve a leerlo.</translation>
    </message>
    <message>
        <source>Wait {wait_s} seconds and press Retry.</source>
        <translation>Espera {wait_s} segundos y pulsa Reintentar.</translation>
    </message>
    <message>
        <source>Wake phrases</source>
        <translation>Frases de activación</translation>
    </message>
    <message>
        <source>What answers at {address} is not a Chroma server that Hearth can use.</source>
        <translation>Lo que responde en {address} no es un servidor Chroma que Hearth pueda usar.</translation>
    </message>
    <message>
        <source>What came from {host} is not what it should be, so it was thrown away.</source>
        <translation>Lo que llegó de {host} no es lo que debería ser, así que se desechó.</translation>
    </message>
    <message>
        <source>What does this error mean, and how do I mend it?</source>
        <translation>¿Qué significa este error y cómo lo arreglo?</translation>
    </message>
    <message>
        <source>What is the difference in tone between these two phrases?</source>
        <translation>¿Qué diferencia de tono hay entre estas dos frases?</translation>
    </message>
    <message>
        <source>What is weak in this paragraph?</source>
        <translation>¿Qué falla en este párrafo?</translation>
    </message>
    <message>
        <source>What it means, in plain words</source>
        <translation>Qué significa, con palabras sencillas</translation>
    </message>
    <message>
        <source>What was saved is safe. Please report what you did and the details below.</source>
        <translation>Lo guardado está a salvo. Informa, por favor, de lo que hiciste y de los detalles de abajo.</translation>
    </message>
    <message>
        <source>What would you like to understand today?</source>
        <translation>¿Qué te gustaría entender hoy?</translation>
    </message>
    <message>
        <source>What you said could not be translated, so it stays as you said it.</source>
        <translation>No se pudo traducir lo que dijiste, así que queda tal como lo dijiste.</translation>
    </message>
    <message>
        <source>What you say to begin, such as “hey Hearth”. Two or more words work best.</source>
        <translation>Lo que dices para empezar, como «hey Hearth». Lo mejor son dos palabras o más.</translation>
    </message>
    <message>
        <source>When the profile has a keyring key, open it without asking. Off: always show the unlock page.</source>
        <translation>Cuando el perfil tiene clave en el llavero, lo abre sin preguntar. Desactivado: muestra siempre la página de desbloqueo.</translation>
    </message>
    <message>
        <source>Which text shall I translate, and into which language?</source>
        <translation>¿Qué texto traduzco y a qué idioma?</translation>
    </message>
    <message>
        <source>Window geometry</source>
        <translation>Geometría de la ventana</translation>
    </message>
    <message>
        <source>With which Hearth hears you.</source>
        <translation>Con el que te oye Hearth.</translation>
    </message>
    <message>
        <source>Write a function that</source>
        <translation>Escribe una función que</translation>
    </message>
    <message>
        <source>Write it down as spoken and use “Translate…”, or install “small” or “medium” under Models › Speech.</source>
        <translation>Transcríbelo tal como se habla y usa «Traducir…», o instala «small» o «medium» en Modelos › Habla.</translation>
    </message>
    <message>
        <source>Writer’s editor</source>
        <translation>Corrector de estilo</translation>
    </message>
    <message>
        <source>Writes and explains programs.</source>
        <translation>Escribe y explica programas.</translation>
    </message>
    <message>
        <source>Writes larger programs, quickly; needs plenty of memory.</source>
        <translation>Escribe programas más grandes, con rapidez; necesita mucha memoria.</translation>
    </message>
    <message>
        <source>Writes well in many languages and understands pictures.</source>
        <translation>Escribe bien en muchos idiomas y entiende imágenes.</translation>
    </message>
    <message>
        <source>You are a careful senior programmer. Give working code first, then a short explanation of what is not obvious.
Use the language, version and style of the code you are shown. Handle errors and edge cases; invent no functions or options, and say so when you are not sure that one exists.
When you review, name the faults by how much they matter, with the line and a fix. When a question lacks what you need, ask for it in one sentence.
Put code in fenced blocks with their language.</source>
        <translation>Eres un programador sénior y cuidadoso. Da primero código que funcione y después una explicación breve de lo que no sea evidente.
Usa el lenguaje, la versión y el estilo del código que te muestren. Trata los errores y los casos límite; no inventes funciones ni opciones, y dilo cuando no tengas la certeza de que una existe.
Al revisar, nombra los fallos por orden de importancia, con la línea y una corrección. Cuando a una pregunta le falte lo que necesitas, pídelo en una frase.
Pon el código en bloques delimitados con su lenguaje.</translation>
    </message>
    <message>
        <source>You are a patient tutor. Find out what the learner knows already, then build on it.
Explain one idea at a time, in plain words, with one concrete example. Define a technical term when you first use it.
For exercises, give a hint before the solution and let the learner try. When an answer is wrong, say kindly what is right about it and where it goes astray.
End with one short question that checks understanding. When you are not sure of a fact, say so.</source>
        <translation>Eres un tutor paciente. Averigua qué sabe ya quien aprende y construye sobre ello.
Explica una idea cada vez, con palabras sencillas y un ejemplo concreto. Define los términos técnicos la primera vez que los uses.
En los ejercicios, da una pista antes de la solución y deja que lo intente. Cuando una respuesta esté mal, di con amabilidad qué tiene de acertado y dónde se desvía.
Termina con una pregunta corta que compruebe si se ha entendido. Cuando no tengas la certeza de un dato, dilo.</translation>
    </message>
    <message>
        <source>You are a professional translator. Answer with the translation alone unless you are asked for more.
Keep meaning, tone and formatting: headings, lists, Markdown, code and placeholders such as {name} stay as they are. Do not translate names, and do not add or leave out anything.
If no language is named, translate into the language of the owner&apos;s last message, or into English if the text is in that language already.
Where a phrase has no good match or could mean two things, add one line “Note:” at the end.</source>
        <translation>Eres un traductor profesional. Responde solo con la traducción, salvo que te pidan más.
Conserva el sentido, el tono y el formato: títulos, listas, Markdown, código y marcadores como {name} se quedan como están. No traduzcas nombres, y no añadas ni omitas nada.
Si no se indica ningún idioma, traduce al idioma del último mensaje del usuario, o al inglés si el texto ya está en ese idioma.
Cuando una frase no tenga un buen equivalente o pueda significar dos cosas, añade al final una línea «Nota:».</translation>
    </message>
    <message>
        <source>You are an experienced editor. The writer&apos;s voice and intent come first: improve, do not replace.
When you are given a text, answer in its language. Begin with one sentence on what works, then name the two or three changes that would help most, then give the edited text.
Change no facts, add no claims, and keep names, figures and quotations as they are. Where the meaning is unclear, ask instead of guessing.
Prefer short sentences, concrete words and active verbs.</source>
        <translation>Eres un editor con experiencia. La voz y la intención de quien escribe van primero: mejora, no sustituyas.
Cuando te den un texto, responde en su idioma. Empieza con una frase sobre lo que funciona, nombra después los dos o tres cambios que más ayudarían y da luego el texto editado.
No cambies hechos, no añadas afirmaciones y deja nombres, cifras y citas como están. Donde el sentido no esté claro, pregunta en lugar de adivinar.
Prefiere las frases cortas, las palabras concretas y los verbos activos.</translation>
    </message>
    <message>
        <source>Your documents do not hold the answer to this: nothing in them is near enough to the question.</source>
        <translation>Tus documentos no contienen la respuesta: nada en ellos es lo bastante cercano a la pregunta.</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Tus palabras</translation>
    </message>
    <message>
        <source>a name is missing</source>
        <translation>falta un nombre</translation>
    </message>
    <message>
        <source>a newer version of Hearth wrote it. Update Hearth first.</source>
        <translation>lo escribió una versión más reciente de Hearth. Actualiza antes Hearth.</translation>
    </message>
    <message>
        <source>a number is too long</source>
        <translation>un número es demasiado largo</translation>
    </message>
    <message>
        <source>access was denied</source>
        <translation>se denegó el acceso</translation>
    </message>
    <message>
        <source>it cannot be read ({0}).</source>
        <translation>no se puede leer ({0}).</translation>
    </message>
    <message>
        <source>it did not answer within {0} seconds.</source>
        <translation>no respondió en {0} segundos.</translation>
    </message>
    <message>
        <source>it does not give back what it was given.</source>
        <translation>no devuelve lo que se le dio.</translation>
    </message>
    <message>
        <source>it holds more than {0} entries.</source>
        <translation>contiene más de {0} entradas.</translation>
    </message>
    <message>
        <source>it holds personas. Import it on the page “Personas”.</source>
        <translation>contiene roles. Impórtalo en la página «Roles».</translation>
    </message>
    <message>
        <source>it holds prompts. Import it on the page “Prompts”.</source>
        <translation>contiene prompts. Impórtalo en la página «Prompts».</translation>
    </message>
    <message>
        <source>it is damaged, or not a file that Hearth wrote.</source>
        <translation>está dañado o no es un archivo escrito por Hearth.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>no contiene nada.</translation>
    </message>
    <message>
        <source>it is far larger than such a file can be.</source>
        <translation>es mucho más grande de lo que puede ser un archivo así.</translation>
    </message>
    <message>
        <source>it is larger than {0} MB.</source>
        <translation>ocupa más de {0}&#xa0;MB.</translation>
    </message>
    <message>
        <source>it is locked.</source>
        <translation>está bloqueado.</translation>
    </message>
    <message>
        <source>it is not a file that Hearth wrote.</source>
        <translation>no es un archivo escrito por Hearth.</translation>
    </message>
    <message>
        <source>it is not a text file (byte {0} is no {1}).</source>
        <translation>no es un archivo de texto (el byte {0} no es {1}).</translation>
    </message>
    <message>
        <source>it is not a text file.</source>
        <translation>no es un archivo de texto.</translation>
    </message>
    <message>
        <source>it is not the keyring that this profile was made with.</source>
        <translation>no es el llavero con el que se creó este perfil.</translation>
    </message>
    <message>
        <source>it no longer holds the key of this profile.</source>
        <translation>ya no contiene la clave de este perfil.</translation>
    </message>
    <message>
        <source>it reported an error.</source>
        <translation>comunicó un error.</translation>
    </message>
    <message>
        <source>it was written by a newer Hearth; update Hearth first.</source>
        <translation>lo escribió un Hearth más reciente; actualiza antes Hearth.</translation>
    </message>
    <message>
        <source>one of its personas has no name.</source>
        <translation>uno de sus roles no tiene nombre.</translation>
    </message>
    <message>
        <source>one of its prompts has no name.</source>
        <translation>uno de sus prompts no tiene nombre.</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permiso denegado</translation>
    </message>
    <message>
        <source>the JSON is broken</source>
        <translation>el JSON está mal formado</translation>
    </message>
    <message>
        <source>the JSON is nested too deeply</source>
        <translation>el JSON está anidado con demasiada profundidad</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>el disco comunicó un error</translation>
    </message>
    <message>
        <source>the file ends in the middle</source>
        <translation>el archivo termina a la mitad</translation>
    </message>
    <message>
        <source>the one that is set up does not encrypt what it keeps.</source>
        <translation>el que está configurado no cifra lo que guarda.</translation>
    </message>
    <message>
        <source>the one that this profile names is not known to encrypt.</source>
        <translation>no consta que el que nombra este perfil cifre.</translation>
    </message>
    <message>
        <source>the one that this profile was made with is not running.</source>
        <translation>el que se usó para crear este perfil no está en marcha.</translation>
    </message>
    <message>
        <source>the system refused it</source>
        <translation>el sistema lo rechazó</translation>
    </message>
    <message>
        <source>there are no chats in it that Hearth knows.</source>
        <translation>no contiene ningún chat que Hearth conozca.</translation>
    </message>
    <message>
        <source>there is more behind the end</source>
        <translation>hay más datos después del final</translation>
    </message>
    <message>
        <source>there is no JSON array or object</source>
        <translation>no hay ninguna matriz ni objeto JSON</translation>
    </message>
    <message>
        <source>there is no file with conversations in this ZIP.</source>
        <translation>este ZIP no contiene ningún archivo con conversaciones.</translation>
    </message>
    <message>
        <source>there is no file “{0}”</source>
        <translation>no existe el archivo «{0}»</translation>
    </message>
    <message>
        <source>there is none on this computer.</source>
        <translation>no hay ninguno en este equipo.</translation>
    </message>
    <message>
        <source>there is nothing in it.</source>
        <translation>no contiene nada.</translation>
    </message>
    <message>
        <source>they are read-only</source>
        <translation>son de solo lectura</translation>
    </message>
    <message>
        <source>they cannot be opened</source>
        <translation>no se pueden abrir</translation>
    </message>
    <message>
        <source>this ZIP holds {0} files; no export does.</source>
        <translation>este ZIP contiene {0} archivos; ninguna exportación tiene tantos.</translation>
    </message>
    <message>
        <source>this ZIP is damaged or incomplete.</source>
        <translation>este ZIP está dañado o incompleto.</translation>
    </message>
    <message>
        <source>this disk keeps no WAL</source>
        <translation>este disco no admite WAL</translation>
    </message>
    <message>
        <source>what it holds for this profile was changed.</source>
        <translation>se cambió lo que guarda para este perfil.</translation>
    </message>
    <message>
        <source>{0} could not be understood ({1}).</source>
        <translation>No se pudo entender {0} ({1}).</translation>
    </message>
    <message>
        <source>{0} holds a message of more than {1} characters.</source>
        <translation>{0} contiene un mensaje de más de {1} caracteres.</translation>
    </message>
    <message>
        <source>{0} holds no messages.</source>
        <translation>{0} no contiene mensajes.</translation>
    </message>
    <message>
        <source>{0} is in a form that Hearth does not know.</source>
        <translation>{0} tiene un formato que Hearth no conoce.</translation>
    </message>
    <message>
        <source>{command}</source>
        <translation>{command}</translation>
    </message>
    <message>
        <source>{host} could not be reached, or the connection broke off.</source>
        <translation>No se pudo acceder a {host} o la conexión se interrumpió.</translation>
    </message>
    <message>
        <source>{host} wanted to send Hearth on to {target}, so nothing was fetched.</source>
        <translation>{host} quiso enviar a Hearth a {target}, así que no se obtuvo nada.</translation>
    </message>
    <message>
        <source>{library} is missing on this computer.</source>
        <translation>Falta {library} en este equipo.</translation>
    </message>
    <message>
        <source>“Ask” proposes what it noticed, “automatic” keeps it at once. Private chats are never used.</source>
        <translation>«Preguntarme» propone lo que ha notado; «Automático» lo guarda al momento. Los chats privados no se usan nunca.</translation>
    </message>
    <message>
        <source>“Automatic” compares exactly, and lets Chroma take over where that pays.</source>
        <translation>«Automático» compara de forma exacta y deja paso a Chroma cuando compensa.</translation>
    </message>
    <message>
        <source>“Automatic” lets any speech interrupt where the echo test passed, else “stop” and the key.</source>
        <translation>«Automático» deja que cualquier palabra interrumpa si se superó la prueba de eco; si no, «para» y la tecla.</translation>
    </message>
    <message>
        <source>“Automatic” shows it where this computer is quick enough.</source>
        <translation>«Automático» lo muestra si este equipo es lo bastante rápido.</translation>
    </message>
    <message>
        <source>“Automatic” tries the graphics card once, keeps what is faster.</source>
        <translation>«Automático» prueba una vez la tarjeta gráfica y se queda con lo más rápido.</translation>
    </message>
    <message>
        <source>“Automatic”: the best one that is quick enough here.</source>
        <translation>«Automático»: el mejor de los que van lo bastante rápido aquí.</translation>
    </message>
    <message>
        <source>“Spoken” reads the answers to what you said, not to what you typed.</source>
        <translation>«Al hablar» lee las respuestas a lo que dices, no a lo que escribes.</translation>
    </message>
    <message>
        <source>“Stop”, “louder”, “repeat” and others work at once, without a model.</source>
        <translation>«Para», «más alto», «repite» y otras funcionan al instante, sin modelo.</translation>
    </message>
    <message>
        <source>“System” follows the light or dark mode of your desktop.</source>
        <translation>«Sistema» sigue el modo claro u oscuro de tu escritorio.</translation>
    </message>
    <message>
        <source>“{0}” in this ZIP is damaged or encrypted.</source>
        <translation>«{0}», en este ZIP, está dañado o cifrado.</translation>
    </message>
    <message>
        <source>“{0}” in this ZIP unpacks to far more than an export holds.</source>
        <translation>«{0}», en este ZIP, ocupa al desempaquetarse mucho más de lo que contiene una exportación.</translation>
    </message>
    <message>
        <source>“{0}” is kept on the Open WebUI server and was not part of the export.</source>
        <translation>«{0}» está en el servidor de Open WebUI y no formaba parte de la exportación.</translation>
    </message>
    <message>
        <source>“{0}” is not a whole path</source>
        <translation>«{0}» no es una ruta completa</translation>
    </message>
    <message>
        <source>“{0}” was damaged and is not here.</source>
        <translation>«{0}» estaba dañado y no está aquí.</translation>
    </message>
    <message>
        <source>“{0}” was not part of the export.</source>
        <translation>«{0}» no formaba parte de la exportación.</translation>
    </message>
    <message>
        <source>“{device}” could not be used for sound.</source>
        <translation>No se pudo usar «{device}» para el sonido.</translation>
    </message>
    <message>
        <source>“{model}” cannot do this.</source>
        <translation>«{model}» no puede hacer esto.</translation>
    </message>
    <message>
        <source>“{model}” cannot see images.</source>
        <translation>«{model}» no puede ver imágenes.</translation>
    </message>
    <message>
        <source>“{model}” cannot show its thinking.</source>
        <translation>«{model}» no puede mostrar su razonamiento.</translation>
    </message>
    <message>
        <source>“{model}” cannot use tools.</source>
        <translation>«{model}» no puede usar herramientas.</translation>
    </message>
    <message>
        <source>“{model}” did not begin to answer within {wait_s} seconds.</source>
        <translation>«{model}» no empezó a responder en {wait_s} segundos.</translation>
    </message>
    <message>
        <source>“{model}” is being downloaded.</source>
        <translation>«{model}» se está descargando.</translation>
    </message>
    <message>
        <source>“{model}” runs on somebody else’s computer, so nothing was sent to it.</source>
        <translation>«{model}» se ejecuta en un equipo ajeno, así que no se le envió nada.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <source>“{name}” cannot be used: {reason}</source>
        <translation>No se puede usar «{name}»: {reason}</translation>
    </message>
    <message>
        <source>“{name}” could not be imported: {reason}</source>
        <translation>No se pudo importar «{name}»: {reason}</translation>
    </message>
    <message>
        <source>“{name}” could not be written: {reason}.</source>
        <translation>No se pudo escribir «{name}»: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” holds characters that nobody sees ({count}); they were left out, as they may be meant to mislead a model.</source>
        <translation>«{name}» contiene caracteres que nadie ve ({count}); se omitieron, porque pueden estar ahí para engañar a un modelo.</translation>
    </message>
    <message>
        <source>“{name}” holds no sound that Hearth can read.</source>
        <translation>«{name}» no contiene ningún sonido que Hearth pueda leer.</translation>
    </message>
    <message>
        <source>“{name}” is no folder that Hearth can read.</source>
        <translation>«{name}» no es una carpeta que Hearth pueda leer.</translation>
    </message>
    <message>
        <source>“{name}” is too long to be read whole: the model got its beginning, and the passages further on that are near to the question.</source>
        <translation>«{name}» es demasiado largo para leerse entero: el modelo recibió el principio y los pasajes posteriores cercanos a la pregunta.</translation>
    </message>
    <message>
        <source>“{name}” must lie between {least} and {most}.</source>
        <translation>«{name}» debe estar entre {least} y {most}.</translation>
    </message>
    <message>
        <source>“{name}” was not attached: {reason}</source>
        <translation>No se adjuntó «{name}»: {reason}</translation>
    </message>
    <message>
        <source>“{name}”, page {page}</source>
        <translation>«{name}», página {page}</translation>
    </message>
    <message>
        <source>“{name}”, part {page}</source>
        <translation>«{name}», parte {page}</translation>
    </message>
    <message>
        <source>“{name}”, slide {page}</source>
        <translation>«{name}», diapositiva {page}</translation>
    </message>
    <message>
        <source>“{name}”, {page}</source>
        <translation>«{name}», {page}</translation>
    </message>
    <message>
        <source>“{title}” cannot be set to that: {reason}</source>
        <translation>No se puede dar ese valor a «{title}»: {reason}</translation>
    </message>
    <message>
        <source>“{used}” answered instead of “{wanted}”. {reason}</source>
        <translation>Respondió «{used}» en lugar de «{wanted}». {reason}</translation>
    </message>
    <message>
        <source>‹hidden: {0}›</source>
        <translation>‹oculto: {0}›</translation>
    </message>
    <message>
        <source>‹{0} hidden signs›</source>
        <translation>‹{0} caracteres ocultos›</translation>
    </message>
</context>
</TS>

"""Ordinary sentences of a day, one a line: on the telephone, in the kitchen, at work; most have words of commands.

None is a command to the voice. Written for these tests, beside `said_to_the_model`, with which each language has more
than 300.
"""

from __future__ import annotations

_EN = """
The meeting will stop at noon.
I could not stop laughing.
She told him to stop smoking.
The rain has stopped at last.
We should stop for petrol before the motorway.
There is a bus stop right outside.
Stop the car at the next corner and let me out.
Nothing can stop us now.
Please stop the children from climbing on it.
I will stop at your place later.
They had to cancel the flight because of the fog.
You can cancel within fourteen days.
We might have to cancel Saturday.
Did they cancel school today?
Cancel the milk for next week, will you?
My gym will not let me cancel.
There was a long pause before he answered.
He pressed pause and went to the door.
A short pause would do us all good.
We paused the project in March.
Pause for thought is never wasted.
Let us go on to the next item.
What is going on over there?
The show must go on.
How long can this go on?
She wants to continue her studies in Berlin.
To be continued next week.
We will continue after lunch.
The path continues along the river.
They carry on as if nothing had happened.
Keep going until you see the church.
Do not repeat what I told you.
The series is on repeat again.
Repeat customers get ten percent off.
He repeated the whole year at school.
Could you repeat the order to the kitchen?
The music next door is getting louder.
Louder speakers are not better speakers.
Her voice was louder than the engine.
The new fridge is quieter than the old one.
It is much quieter in the country.
The softer cheese goes in the middle.
Speak up for those who cannot.
Somebody has to speak up at the meeting.
Turn the volume of the radio down, dad is asleep.
The volume of trade went up again.
Trains are faster than cars these days.
He runs faster than his brother.
The faster we leave the sooner we arrive.
A slower pace would suit me better.
My computer gets slower every year.
Slow down before the bend, there is ice.
The economy is going to slow down.
New chat rooms open every day.
I had a nice chat with the neighbour.
Let us have a chat about your marks.
She started a new conversation about the garden.
The conversation went on for hours.
Read that book again if you have the time.
I have to read it again before the exam.
He read the letter again and again.
Start again from the beginning of the second act.
From the beginning I had my doubts.
Wait for me at the station.
I cannot wait for the holidays.
Wait until the water boils.
Hold on to the rail on the stairs.
Hold on tight when the boat turns.
One moment can change everything.
It was over in a moment.
The moment I saw it I knew.
Just a second hand bicycle, nothing special.
Be quiet in the library.
They kept quiet about the money.
A quiet evening with a book would be nice.
That's enough salt for the soup.
There is not enough room for everybody.
Enough people have signed already.
Never mind the weather, we go anyway.
Forget it if you do not like it.
I will never forget it as long as I live.
Don't forget it on the table like last time.
Say that again and I will leave.
What did you say to your sister?
What was that noise in the cellar?
Once more the team lost at home.
The rehearsal will resume on Monday.
Send your resume to this address.
Talks resume in Geneva tomorrow.
Proceed to gate twelve for boarding.
The new session starts in September.
Open a new account for the club.
Open the window, it is too warm in here.
Begin with the easy questions.
I am starting a new job in May.
Too fast for this road, if you ask me.
He talks too fast on the telephone.
Your handwriting is too small to read.
It is too quiet in the nursery, go and look.
The television is too loud for your grandmother.
Can you hear me down there?
I can't hear you over the hoover, what did you say about lunch?
Speed up the copying if you can.
Turn up at eight and bring a cake.
He did not turn up for work.
Turn down the offer if it is too low.
Volume two of the series is missing.
Raise the volume of the order to five hundred.
Drop it into the letterbox on your way.
Leave it on the porch.
Scrap metal prices rise again.
Silence is golden, they say.
The silence after the concert was wonderful.
Move on to another town, perhaps.
Go ahead of the others and buy the tickets.
And then we went home.
Come again soon, it was lovely.
Tell me that story again tonight, grandpa.
The last sentence of the letter made her cry.
Another conversation like that and I resign.
She reads the answers out to the class.
Play that song again at the wedding.
He begged my pardon and sat down.
More speed is not what this town needs.
Less noise and more work would help.
We are quick but they are quicker than us.
Stopping is harder than starting.
The cancellation cost us forty euros.
A pause button would be handy in real life.
His louder brother did all the talking.
Faster internet comes to the village in autumn.
Slower traffic keeps to the right.
""".strip().splitlines()

_DE = """
Der Bus stoppt hier nur auf Verlangen.
Stopp die Zeit, wenn er über die Linie läuft.
Der Regen hat endlich aufgehört.
Hör auf deine Mutter, die hat recht.
Er konnte nicht aufhören zu lachen.
Mit dem Rauchen aufhören ist schwer.
Wir halten am nächsten Rastplatz an.
Das Auto wollte nicht anhalten.
Schluss mit der Steuer machen wir morgen.
Nach der Arbeit ist Schluss für heute im Büro.
Es reicht nicht für alle.
Das Geld reicht bis zum Ersten.
Genug Brot ist noch da.
Es ist genug Suppe für drei Leute im Topf.
Die Ruhe vor dem Sturm.
Lass mich bitte in Ruhe arbeiten.
In der Ruhe liegt die Kraft.
Seid bitte leise, das Baby schläft.
Sie blieb still, als er hereinkam.
Stille Wasser sind tief.
Der Flug wurde abgebrochen.
Wir mussten die Tour wegen Nebel abbrechen.
Brich das Brot in kleine Stücke.
Er will sein Studium abbrechen.
Vergiss es nicht wieder auf dem Tisch.
Das vergesse ich dir nie.
Vergiss nicht, die Blumen zu gießen.
Mir ist egal, was die Nachbarn denken.
Ganz egal wie spät es wird, ich komme.
Lass es über Nacht stehen.
Lass das Fenster offen, es ist warm.
Schon gut möglich, dass er recht hat.
Die große Pause beginnt um zehn.
In der Pause gibt es Kaffee und Kuchen.
Nach einer kurzen Pause ging es weiter.
Wir machen im Juli Pause mit dem Kurs.
Die Pausen zwischen den Zügen sind zu kurz.
Warte am Bahnhof auf mich.
Warte, bis das Wasser kocht.
Ich warte seit einer Stunde auf den Klempner.
Wir warten noch auf die Rechnung.
Einen Moment lang dachte ich, er sei krank.
Im Moment habe ich keine Zeit dafür.
Der Moment war genau richtig.
Noch eine Sekunde länger und es wäre verbrannt.
Weiter oben liegt schon Schnee.
Wir gehen weiter bis zum See.
Mach weiter so mit dem Training.
Weiter hinten im Zug ist Platz.
Der Weg geht am Bach entlang weiter.
Wie geht es mit der Wohnung weiter?
Das Leben geht weiter.
Die Sitzung wird morgen fortgesetzt.
Ich setze mich kurz, dann fahren wir fort.
Lies weiter unten auf der Seite nach.
Er erzählte weiter von seiner Reise.
Wiederhole die Prüfung im Herbst.
Geschichte wiederholt sich nicht.
Er muss das Schuljahr wiederholen.
Die Sendung wird am Sonntag wiederholt.
Die Wiederholung läuft um Mitternacht.
Noch einmal so ein Sommer wäre schön.
Wir waren noch einmal am Meer.
Nochmal so viel Mehl und dann rühren.
Noch mal sechs Euro für die Getränke.
Was hast du gestern gekocht?
Was hast du deiner Schwester gesagt?
Wie bitter das schmeckt!
Das habe ich nicht bestellt.
Das habe ich nicht verstanden, sagte der Schüler zum Lehrer.
Die Musik nebenan wird immer lauter.
Lauter nette Leute waren da.
Er hat lauter Unsinn erzählt.
Vor lauter Arbeit habe ich das Essen vergessen.
Der Motor klingt lauter als früher.
Je lauter er schreit, desto weniger hört man zu.
Der neue Kühlschrank ist leiser als der alte.
Die Straße ist seit dem Umbau leiser.
Sprich leise mit den Kindern im Museum.
Zu leise für die letzte Reihe war die Sängerin.
Der Fernseher ist zu laut für Oma.
Es ist zu laut an der Straße.
Nicht so laut wie gestern, aber laut genug.
Die Lautstärke der Maschine ist ein Problem.
Dreh die Heizung auf, mir ist kalt.
Dreh den Deckel auf und gieß es ein.
Ich höre dich kaum über den Staubsauger, was ist mit dem Essen?
Der Zug ist schneller als das Auto.
Schneller geht es mit dem Rad.
Wer schneller läuft, ist früher da.
Schnelles Internet kommt im Herbst.
Mach schnell die Tür zu, es zieht.
Beeil dich mit den Hausaufgaben, wir fahren gleich.
Das Tempo auf der Autobahn ist zu hoch.
Tempo dreißig gilt in der ganzen Stadt.
Mein Rechner wird immer langsamer.
Langsamer Verkehr fährt rechts.
Er geht langsam die Treppe hinauf.
Langsam wird es dunkel draußen.
Fahr langsamer in der Kurve, da ist Eis.
Zu langsam für den ersten Platz.
Zu schnell gefahren ist er auch noch.
Nicht so schnell wie sein Bruder.
Die Geschwindigkeit wird hier gemessen.
Ein neuer Chat mit dem Kundendienst kostet nichts.
Im Chat der Klasse steht die Aufgabe.
Der neue Chef ist sehr freundlich.
Neue Schuhe brauche ich auch noch.
Wir hatten ein gutes Gespräch über den Garten.
Das neue Gesprächsthema ist der Urlaub.
Die Unterhaltung ging bis Mitternacht.
Starte den Wagen, ich komme gleich.
Öffne bitte das Fenster ein wenig.
Öffne einen neuen Tab mit der Karte.
Beginne mit den leichten Aufgaben.
Fang schon mal ohne mich an.
Lies das Buch noch einmal, es lohnt sich.
Lies mir die Zutaten vor.
Er las den Brief noch einmal von vorne bis hinten.
Von vorne sieht das Haus kleiner aus.
Von Anfang an hatte ich Zweifel.
Von vorn weht ein kalter Wind.
Die Antwort kam erst nach drei Wochen.
Vorlesen ist gut für kleine Kinder.
Ich möchte, dass du heute früher nach Hause kommst.
Kannst du bitte Milch mitbringen?
Könntest du mir mal kurz helfen?
Würdest du bitte den Müll rausbringen?
Danke für die Blumen.
Bitte noch ein Stück Kuchen.
Ja bitte, mit Sahne.
Gut, dann bis morgen um acht.
Sag mal, wie heißt der Neue?
Hör mal, draußen singt eine Nachtigall.
Komm, wir gehen noch ein Eis essen.
Augenblicklich sind alle Leitungen belegt.
Der Augenblick der Wahrheit.
Halt die Leiter fest, ich steige hinauf.
Halt an der Ampel an und lass mich raus.
Halte dich am Geländer fest.
Verwerfen wir den alten Plan.
Das ist nicht so wichtig wie die Miete.
Doch nicht schon wieder Regen!
Der Leiter der Schule geht in Rente.
Leider ist der Laden heute zu.
Heiter bis wolkig soll es werden.
Die Stadt hat einen neuen Bürgermeister.
Der Stoff reicht für zwei Kleider.
Die Leute standen bis auf die Straße.
Mehr Lautsprecher machen es nicht besser.
Das Vorlesen der Namen dauerte ewig.
Zügiger Verkehr auf allen Straßen.
Weniger Tempo wäre hier gut für die Kinder.
Abbruch und Neubau kosten gleich viel.
""".strip().splitlines()

_ES = """
Para mañana dan lluvia en la costa.
Esto es para tu hermana.
El autobús para delante del mercado.
Para el coche en la próxima esquina y déjame salir.
¿Para qué sirve este botón?
No para de llover desde ayer.
La lluvia ha parado por fin.
Paramos a comer en Zaragoza.
Detente un poco a pensar en los niños.
La policía detiene a dos sospechosos.
El silencio de la noche me gusta.
Guardaron silencio por las víctimas.
Basta con dos huevos y un poco de harina.
Ya basta de gastar dinero en tonterías.
Es suficiente pan para todos.
Hay bastante gente en la plaza.
Cállate la boca, le dijo el niño a su hermano.
Los vecinos se callaron al verme.
Cancelaron el vuelo por la niebla.
Tengo que cancelar la cita del dentista.
¿Puedo cancelar el pedido de ayer?
Cancela la leche de la semana que viene.
Olvídalo en casa y verás qué pasa.
No olvides regar las plantas.
Se me olvidó la cartera en el taxi.
Nunca olvidaré aquel verano.
Da igual lo que digan los vecinos.
Déjalo encima de la mesa, por favor.
Déjalo enfriar media hora antes de servir.
No importa si llueve, iremos igual.
Hicimos una pausa para tomar café.
La pausa de verano dura dos meses.
Después de la pausa sigue la película.
Puse la película en pausa y abrí la puerta.
Espera a que hierva el agua.
Espera en la estación hasta las ocho.
Te espero delante del cine.
La espera se me hizo muy larga.
Un momento así no se olvida.
En este momento no hay nadie en casa.
Fue un momento muy bonito.
Un segundo más y perdemos el tren.
Aguanta la escalera mientras subo.
Sigue recto hasta la iglesia.
Sigue lloviendo en el norte.
El perro me sigue a todas partes.
¿Sigues viviendo en la misma calle?
La vida sigue su curso.
La historia continúa la semana que viene.
El camino continúa por la orilla del río.
Continuará en el próximo capítulo.
Vamos a continuar después de comer.
Adelante hay sitio para dos personas más.
El reloj va cinco minutos adelante.
Repite curso porque suspendió tres.
La historia se repite una y otra vez.
El profesor repite siempre lo mismo.
Repitieron la película el domingo.
No repitas lo que te he contado.
Otra vez hemos perdido el partido en casa.
Otra vez será, no te preocupes.
Una vez más llegamos tarde.
¿Qué has dicho de mi madre?
¿Qué dijiste en la reunión de ayer?
¿Cómo se llama tu vecino nuevo?
Cómo me gusta este sitio.
No te he oído llegar esta noche.
No lo entiendo con estos planos.
Más alto que su padre ya es el chico.
El edificio más alto de la ciudad es el hotel.
El volumen de ventas ha subido.
Sube el volumen de la radio en la cocina que no la oye tu padre.
Sube al segundo piso y llama a la puerta.
Sube las persianas, que entre la luz.
La música de al lado está cada vez más alta.
Habla más fuerte el pequeño que el mayor.
Es más fuerte de lo que parece.
No te oigo con el aspirador, ¿qué dices de la comida?
El precio más bajo lo tienen en el mercado.
El más bajo de la clase es mi hijo.
Baja la basura cuando salgas.
Baja a comprar pan antes de que cierren.
Baja el volumen de agua en el pantano.
La televisión está demasiado alta para la abuela.
Está muy alto el estante, no llego.
Habla bajo que el niño duerme en la habitación.
Más suave que la seda es esta manta.
El detergente más suave es este.
El tren es más rápido que el coche.
Más rápido se va en bicicleta.
Corre más rápido que su hermano.
Cuanto más rápido salgamos, antes llegamos.
El internet más rápido llega en otoño.
Date prisa con los deberes, que nos vamos.
Acelera un poco el coche en la cuesta.
Mi ordenador va cada vez más lento.
Más lento que una tortuga.
El tráfico lento circula por la derecha.
Ve más despacio en la curva, que hay hielo.
Despacio se llega lejos, decía mi abuelo.
Cocínalo despacio durante tres horas.
Vas demasiado rápido con la moto.
Es demasiado lento para ganar.
No tan rápido como su hermana, pero casi.
El chat de la clase está lleno de fotos.
Un nuevo chat con el banco no cuesta nada.
Hay un nuevo charco delante de casa.
El nuevo jefe es muy simpático.
Tuvimos una conversación larga sobre el jardín.
La conversación duró hasta medianoche.
Empieza la película a las diez.
Empieza por los ejercicios fáciles.
Abre la ventana, que hace calor.
Abre una cuenta nueva para el club.
Inicia sesión con tu correo.
Crea una carpeta nueva para las fotos.
Lee el libro otra vez, merece la pena.
Lee los ingredientes del paquete.
Léelo antes de firmar.
Leyó la carta otra vez de principio a fin.
Vuelve a casa antes de las diez.
Vuelve a leer el contrato antes de firmarlo.
Desde el principio tuve mis dudas.
Desde el principio de la calle se ve el mar.
La respuesta llegó tres semanas después.
Quiero que vengas a cenar el viernes.
¿Puedes traer leche, por favor?
¿Podrías ayudarme un momento con esto?
¿Me pasas la sal, por favor?
Por favor, dos cafés con leche.
Vale, entonces hasta mañana a las ocho.
Venga, vamos a tomar un helado.
Oye, ¿cómo se llama el nuevo?
Oye, hay un ruiseñor en el jardín.
Gracias por las flores, son preciosas.
Ya está la comida en la mesa.
Ya vale cinco euros la entrada.
Ahora no tengo tiempo para eso.
Un poco más de sopa, por favor.
Un poco más arriba está bien el cuadro.
Más bajo no puedo poner el precio.
Parada solicitada, dice el autobús.
La parada del autobús está enfrente.
Suficiente tengo con mis problemas.
El segundo plato está más rico.
Continúa siendo el mejor de la clase.
El volumen dos de la colección no está.
Reanudan las clases en septiembre.
Más despacio crecen los árboles aquí arriba.
El cancelado era el vuelo de las tres.
Pausas cortas hacen bien a todos.
Nueva York está muy lejos.
Otra conversación así y me voy del trabajo.
""".strip().splitlines()

_JA = """
バスは駅の前に止まります。
車を次の角で止めてもらって降りた。
雨がやっとやみました。
笑いが止まらなかった。
たばこをやめて三年になります。
仕事をやめて田舎に帰るらしい。
時計が止まっているみたいだよ。
水を止めてから出かけてね。
ガスを止めたかどうか心配です。
音楽を止めて電話に出た。
ストップウォッチを貸してください。
ノンストップで大阪まで行きます。
静かな町に引っ越したい。
図書館では静かにしてくださいと書いてある。
黙って出ていくのはよくない。
もう十分食べました。
お金はこれで十分足ります。
飛行機が霧でキャンセルになった。
予約のキャンセルは前の日までです。
ホテルをキャンセルしておいてください。
歯医者の予約を取り消してもらえる？
免許を取り消された人がいるそうだ。
傘を電車に忘れてきた。
その話は忘れてあげるよ。
薬を飲むのを忘れないでね。
少し待っていれば来るでしょう。
駅で待っていてください。
お湯が沸くまで待ってね。
ずっと待っていたのに来なかった。
ちょっと待ち合わせに遅れそうです。
一時停止の標識を見落とした。
工事は一時中止になりました。
一時間だけ休みます。
少し休んでから出発しましょう。
その瞬間に電気が消えた。
雨が三日も続いています。
この道を続けて行くと川に出ます。
勉強を続けてきてよかった。
続きは来週のお楽しみです。
会議は昼から再開するそうです。
電車の運転が再開しました。
同じことを繰り返してはいけません。
歴史は繰り返すと言います。
彼は何度も繰り返して読んだ。
もう一度会いたい人がいます。
もう一度行ってみたい国はどこ？
もう一度だけ試してみよう。
もう一回転んだらやめようね。
もう一杯お茶をください。
もう一枚写真を撮ってもいい？
今なんて言ったか先生に聞いてみて。
お母さんに何て言ったの？
聞こえないふりをしている。
隣の音楽が大きくて眠れない。
子どもが大きくなったね。
大きな声で笑う人だなあ。
もっと大きな家に住みたい。
もっと大きい靴はありますか？
声が大きい人は得だと思う。
会社の音量の規則は厳しい。
ラジオの音量を上げてとおじいちゃんが言っている。
手を上げて質問してください。
値段を上げてもよく売れる。
値段を下げてくれませんか。
頭を下げて謝りました。
新しい冷蔵庫は静かで助かる。
夜はもっと静かだと思っていた。
字が小さくて読めません。
もっと小さい箱はないですか。
小さな声で話していた。
テレビがうるさいとおばあちゃんが怒っている。
新幹線のほうが車より速いです。
もっと速い電車はありますか？
足が速くてうらやましい。
早く寝ないと明日起きられないよ。
早く宿題をしなさい。
朝早く出かけました。
急いで駅まで走った。
パソコンがどんどん遅くなる。
もっと遅い便に変えてください。
もっとゆっくりできる休みがほしい。
ゆっくりお風呂に入りたいな。
ゆっくり歩けば大丈夫です。
坂道はゆっくり走ってください。
話すのが速い先生で困る。
スピードを出しすぎて捕まった。
スピードを上げて追い越した。
新しいチャットの機能が便利だと聞いた。
クラスのチャットに写真が届いた。
チャットで友だちと話した。
新しい会社は家から近い。
新しい靴を買いに行こう。
新しい会話の本を買いました。
会話が夜中まで続いた。
英会話の教室に通っています。
窓を開けてください、暑いから。
口座を新しく開きたいのですが。
やさしい問題から始めましょう。
仕事を始めてから忙しい。
最初から無理だと思っていた。
最初から最後まで面白かった。
初めから読むと三日かかる。
本をもう一度読んでみるつもりです。
手紙を何回も読んで泣いた。
子どもに絵本を読んであげる。
材料のところを読んでみて。
返事は三週間後に来た。
答えを読み上げる先生の声が好きだ。
牛乳を買ってきてくれる？
ごみを出してきてもらえますか。
塩を取ってください。
コーヒーを二つお願いします。
じゃあまた明日の八時に。
ねえ、新しい人の名前は何だっけ。
お花をありがとう、とてもきれい。
ご飯ができたから座って。
今は時間がありません。
スープをもう少しください。
絵はもう少し上がいいと思う。
バス停は家の向かいにあります。
問題はもう十分にある。
明日の会議は中止です。
試合は雨で中断しました。
中断した仕事を片づけよう。
言って聞かせても無駄だった。
もっと言ってやればよかったのに。
はっきり言ってあの映画はつまらない。
正直に言ってほしいと思う。
話を聞いてくれてうれしい。
話してみたら面白い人だった。
電話で話して疲れた。
下の階の人に静かにしてほしいと頼まれた。
うちの犬は待てができます。
次の角を曲がって待っています。
止まれの標識が見えなかった。
止めどなく涙が出た。
やめておけばよかった。
続けざまに三本も電話が来た。
再開発で駅前が変わった。
キャンセル待ちは何人いますか。
キャンセル料はいくらですか。
ポーズを取って写真を撮った。
リピーターの多い店です。
ボリュームのある定食だった。
声を上げて泣いていた。
静けさが好きで山に住んでいる。
遅い夕食になってしまった。
速さより丁寧さが大事だ。
大きさは同じくらいです。
小さいころの話をしてくれた。
上げた手をゆっくり下げた。
もう一つの道を行こう。
もう一人来るはずです。
何て言えばいいのか分からない。
今の季節がいちばん好きです。
読んでおいたほうがいい本だよ。
新しく始めた店が人気らしい。
忘れたころにやって来る。
取り消しはできませんと言われた。
一旦家に帰ってからまた来ます。
一回休みのマスに止まった。
うるさい蚊が一匹いる。
黙っていれば分からないよ。
急に静かになった。
急がば回れと言うでしょう。
足音が止まったような気がする。
大きく書いてあるので読みやすい。
小さくなった服を妹にあげた。
もう一度言うけど、明日は休みだよ。
続けるかやめるか迷っている。
静かに雪が降っている。
""".strip().splitlines()

IN_THE_ROOM: dict[str, tuple[str, ...]] = {
    "en": tuple(_EN),
    "de": tuple(_DE),
    "es": tuple(_ES),
    "ja": tuple(_JA),
}

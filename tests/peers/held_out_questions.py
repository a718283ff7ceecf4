"""Questions to the corpus that nothing was tuned on: floor and weights were measured on `corpus_questions`.

Whoever changes a constant of the search looks at the others, and here afterwards, to see whether it holds. Nothing
outside of tests reads this.
"""

from __future__ import annotations

from tests.peers.corpus_questions import Question

HELD_OUT_BY_WORD = (
    Question("telephone 5517", "word", "ferry.pdf", "5517"),
    Question("Where are bicycles lashed?", "word", "ferry.pdf", "port rail"),
    Question("muzzle from the bosun", "word", "ferry.pdf", "muzzle can be borrowed"),
    Question("When is the rent due?", "word", "lease.docx", "870 crowns"),
    Question("advance for heating and water", "word", "lease.docx", "140 crowns a month"),
    Question("When does honey ferment?", "word", "bees.md", "18 per cent water"),
    Question("How many kilograms of stores does each colony need?", "word", "bees.md", "15 kilograms"),
    Question("cardamom yeast milk", "word", "bakery.epub", "spoonful of cardamom"),
    Question("QX-4502", "word", "router.html", "QX-4502"),
    Question("What is the range of the Bay of Ferrol Deep?", "word", "tides.pptx", "11.4 metres"),
    Question("Bryum tessellatum", "word", "protocol.pdf", "Bryum tessellatum"),
    Question("When is core time?", "word", "handbook.pdf", "from ten to three"),
    Question("How many crowns for meals without receipts?", "word", "handbook.pdf", "31 crowns"),
    Question("recording of the foghorn", "word", "radio.rtf", "old foghorn"),
    Question("Is grapefruit juice allowed with the tablet?", "word", "clinic.odt", "grapefruit juice"),
    Question("fuse of the well's pump", "word", "garden.md", "number 7 in the shed"),
    Question("The Night Gardener", "word", "mails.mbox", "The Night Gardener"),
    Question("Why did Jürgen use copper nails?", "word", "letter.eml", "copper nails"),
    Question("MAX_GAUGE_CM", "word", "gauge.py", "MAX_GAUGE_CM"),
    Question("Which ship does Nils Overgaard command?", "word", "ships.csv", "Nils Overgaard"),
    Question("linseed oil", "word", "stock.xlsx", "LO-1"),
    Question("vents_open_above_c", "word", "greenhouse.json", "vents_open_above_c"),
    Question("How long may the BP-160 run dry?", "word", "pump BP-160.md", "45 seconds"),
    Question("How many litres a minute does the BP-130 lift?", "word", "pump BP-130.md", "44 litres"),
    Question("Parcel 0033", "word", "register.pdf", "Parcel 0033", register=True),
    Question("Wer wischt die Treppe in geraden Wochen?", "word", "hausordnung.docx", "der zweite Stock"),
    Question("Wo dürfen Fahrräder stehen?", "word", "hausordnung.docx", "Schleppdach"),
    Question("¿Cuándo termina la verbena de San Telmo?", "word", "pueblo.html", "canta el gallo"),
    Question("茶馆几点开门?", "word", "古城.md", "五点开门"),
    Question("灯台は何時に点灯しますか", "word", "岬.docx", "七時に点灯"),
    Question("떡집은 어디에 있습니까?", "word", "마을.html", "일곱 번째 골목"),
    Question("ระฆังของวัดถูกตีกี่ครั้ง", "word", "ตลาด.txt", "ถูกตีสามครั้ง"),
    Question("كم عمق البئر القديم؟", "word", "ميناء.docx", "أربعون ذراعا"),
    Question("בכמה דקות מפגר השעון במגדל?", "word", "רחוב.html", "בתשע דקות"),
    Question("Когда топят баню?", "word", "остров.odt", "по субботам"),
    Question("Τι ψήνει ο φούρνος της κυρίας Ευτέρπης;", "word", "λιμάνι.epub", "κουλούρια με σουσάμι"),
)

HELD_OUT_BY_MEANING = (
    Question("Where should cyclists board?", "meaning", "ferry.pdf", "lower ramp"),
    Question("What do I do if somebody tumbles into the water?", "meaning", "ferry.pdf", "Whoever falls overboard"),
    Question("How much more does the crew earn for working at night?", "meaning", "ferry.pdf", "eighteen per cent"),
    Question("When do I get my security payment back?", "meaning", "lease.docx", "The deposit of three rents"),
    Question("Is a kitten permitted in the apartment?", "meaning", "lease.docx", "Cats may be kept"),
    Question("When in the year do I look into the hive for the first time?", "meaning", "bees.md", "cherry blossoms"),
    Question("What should I do with bees that have become too few?", "meaning", "bees.md", "stronger neighbour"),
    Question("When is it time to harvest from the hive?", "meaning", "bees.md", "two thirds of the cells"),
    Question("How hot must the stove be for the dark bread?", "meaning", "bakery.epub", "beginning at 250 degrees"),
    Question("Why are there ashen stripes inside my bread?", "meaning", "bakery.epub", "Grey streaks"),
    Question("Which wire do I plug in first?", "meaning", "router.html", "grey cable"),
    Question("The light on my modem flashes orange", "meaning", "router.html", "An amber lamp"),
    Question("Two devices hand out IP numbers at once", "meaning", "router.html", "Two routers give out"),
    Question("At which phase of the moon is the ocean highest?", "meaning", "tides.pptx", "stand in a line"),
    Question("How much power does the plant at the coast produce?", "meaning", "tides.pptx", "3.2 megawatts"),
    Question("Do kids need a ticket for the baths?", "meaning", "minutes.docx", "Children below six"),
    Question("What damage did the engineers discover?", "meaning", "minutes.docx", "cracks in the second pier"),
    Question("Who led the council meeting?", "meaning", "minutes.docx", "Odalys Brandt in the chair"),
    Question("Which equipment broke down during the experiment?", "meaning", "protocol.pdf", "freezer of the second"),
    Question("How do I clean up after a broken thermometer?", "meaning", "protocol.pdf", "Spilled mercury"),
    Question("Can I take unused days off into the next year?", "meaning", "handbook.pdf", "may be carried over"),
    Question("Which class of ticket does the company buy?", "meaning", "handbook.pdf", "second class"),
    Question("What must I hand in when I quit my job?", "meaning", "handbook.pdf", "On the last day"),
    Question("Where may I note down my login secrets?", "meaning", "handbook.pdf", "never written on paper"),
    Question("When can family see the patient?", "meaning", "clinic.odt", "Relatives may come"),
    Question("How soon are the sutures removed?", "meaning", "clinic.odt", "The stitches are taken out"),
    Question("How heavy a bag can I carry after surgery?", "meaning", "clinic.odt", "than a full kettle"),
    Question("How should I irrigate my vegetables?", "meaning", "garden.md", "water at the foot"),
    Question("When do I prune thorny bushes?", "meaning", "garden.md", "when the forsythia blooms"),
    Question("How was the sunken treasure lifted out of the sea?", "meaning", "radio.rtf", "winch made of a mangle"),
    Question("How much money did the collection of postage bring in?", "meaning", "letter.eml", "2,360 crowns"),
    Question("Who is waiting for us to return the steps?", "meaning", "letter.eml", "chimney sweep"),
    Question("How does the timber that I bought reach me?", "meaning", "mails.mbox", "comes by barge"),
    Question("When does the program think that the sensor is dead?", "meaning", "gauge.py", "three intervals"),
    Question("At what water height does it warn the port?", "meaning", "gauge.py", "level_cm > 640"),
    Question("What present does our old relative wish for?", "meaning", "camp.md", "a kite"),
)

HELD_OUT_BY_NOTHING = tuple(
    Question(text, "nothing")
    for text in (
        "What is the speed of light?",
        "How do I knit a sweater?",
        "Who painted the Mona Lisa?",
        "How do I file a tax return in Canada?",
        "What are the symptoms of malaria?",
        "Which programming language did Guido van Rossum make?",
        "How do I train for a marathon?",
        "Tell me about the French revolution",
        "What is the best chess opening against e4?",
        "How do airplanes stay in the air?",
        "How much does a Tesla cost?",
        "Who wrote Pride and Prejudice?",
        "What is a blockchain?",
        "How many bones does a human have?",
        "KD-5521-X",
        "How do I apply for a mortgage?",
        "Which guitar strings are best for beginners?",
        "Wer hat die Glühbirne erfunden?",
        "¿Cuál es la capital de Australia?",
        "日本の首都はどこですか",
        "Какая самая длинная река в мире?",
        "최초의 컴퓨터는 누가 만들었습니까?",
    )
)

HELD_OUT_BESIDE = tuple(
    Question(text, "nothing")
    for text in (
        "How much does it cost to take a car on the ferry?",
        "How do I set up a VPN on the router?",
        "With which colour is the queen bee marked this year?",
        "How do I bake a pizza with sourdough?",
        "Who is the landlord's lawyer?",
        "How do I treat powdery mildew on roses?",
        "Which pension plan does the firm offer?",
        "Which anaesthetic is used for the operation?",
        "How old is mayor Brandt?",
        "What does the sauna of the swimming pool cost?",
    )
)
"""About what a document is about and does not tell: that a passage is near is right here, and that it does not answer
is for whoever reads it. Counted by themselves."""

HELD_OUT = (*HELD_OUT_BY_WORD, *HELD_OUT_BY_MEANING, *HELD_OUT_BY_NOTHING)

"""Questions to the corpus with the passage that answers each: what `retrieval_bench` and the tests measure with.

Nothing outside of tests reads this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Way: TypeAlias = Literal["word", "meaning", "nothing"]


@dataclass(frozen=True, slots=True)
class Question:
    """`needle` stands in the passage of `document` that answers; both are empty where nothing does.

    `way` is how it was written: with the passage's own words, with others, or about what no document tells.
    """

    text: str
    way: Way
    document: str = ""
    needle: str = ""
    register: bool = False  # only answerable where the register of 1,000 pages is there

    def is_answered_by(self, document_name: str, text: str) -> bool:
        """Whether a passage is the one."""
        return document_name == self.document and " ".join(self.needle.split()) in " ".join(text.split())


BY_WORD = (
    Question("QX-4417", "word", "router.html", "QX-4417"),
    Question("What causes the error QX-4430?", "word", "router.html", "Two routers give out"),
    Question("How tight are the housing screws of the BP-140?", "word", "pump BP-140.txt", "20 newton metres"),
    Question("fuse of the BP-170", "word", "pump BP-170.html", "18 amperes"),
    Question("How often is the seal of the BP-120 greased?", "word", "pump BP-120.md", "250 hours"),
    Question("How heavy is the Brenner pump BP-190?", "word", "pump BP-190.md", "weighs 25 kilograms"),
    Question("Norvexil 40", "word", "clinic.odt", "Norvexil 40"),
    Question("Where is K9?", "word", "lease.docx", "number K9"),
    Question("Which firm was given the repair, Halloway?", "word", "minutes.docx", "Halloway for 412,000"),
    Question("Dr Ilse Vantongeren", "word", "protocol.pdf", "Vantongeren"),
    Question("88213-K", "word", "mails.mbox", "forty oak planks"),
    Question("blue Merkator", "word", "letter.eml", "Merkator"),
    Question("RETRY_DELAY_MS", "word", "gauge.py", "RETRY_DELAY_MS = 750"),
    Question("What does smooth_levels do?", "word", "gauge.py", "running median"),
    Question("GaugeOffline", "word", "gauge.py", "GaugeOffline"),
    Question("captain of the Sandpiper", "word", "ships.csv", "Ioana Petrescu"),
    Question("HR-12", "word", "stock.xlsx", "HR-12"),
    Question("badge GH-0071", "word", "greenhouse.json", "GH-0071"),
    Question("Kestwick turbine megawatts", "word", "tides.pptx", "3.2 megawatts"),
    Question("Which bell was raised from the wreck Corvane?", "word", "radio.rtf", "Corvane"),
    Question("accordion bellows reeds", "word", "receipt.pdf", "accordion"),
    Question("satchel with a telescope of brass", "word", "notice.png", "telescope"),
    Question("Parcel 0417", "word", "register.pdf", "Parcel 0417", register=True),
    Question("Who does parcel 0862 belong to?", "word", "register.pdf", "Parcel 0862", register=True),
    Question("folio 5220 of volume 11", "word", "register.pdf", "Folio 5220", register=True),
    # other languages, which the built-in model of vectors does not know
    Question("Wann holt die Stadt den Sperrmüll ab?", "word", "hausordnung.docx", "letzten Dienstag"),
    Question("Wo hängt der Schlüssel zur Waschküche?", "word", "hausordnung.docx", "Göttlich"),
    Question("¿A qué hora sale el primer pan del horno?", "word", "pueblo.html", "seis menos cuarto"),
    Question("¿Cuánto adelanta el reloj de la torre?", "word", "pueblo.html", "siete minutos"),
    Question("石桥有几个桥孔?", "word", "古城.md", "十七个桥孔"),
    Question("大雾的时候渡船怎么办?", "word", "古城.md", "渡船停开"),
    Question("郵便局の猫の名前は何ですか", "word", "岬.docx", "こはく"),
    Question("温泉の定休日はいつですか", "word", "岬.docx", "水曜日が定休日"),
    Question("마지막 기차는 몇 시에 떠납니까?", "word", "마을.html", "열한 시 이십 분"),
    Question("등대의 관리인은 누구입니까?", "word", "마을.html", "김하늘"),
    Question("ตลาดน้ำเปิดวันไหน", "word", "ตลาด.txt", "เฉพาะวันเสาร์"),
    Question("متى تفتح مكتبة الميناء؟", "word", "ميناء.docx", "الساعة الثامنة"),
    Question("מתי נפתחת המאפייה ברחוב התאנה?", "word", "רחוב.html", "בחמש בבוקר"),
    Question("Когда приходит почтовый катер?", "word", "остров.odt", "по четвергам"),
    Question("Πότε κλείνει το λιμάνι της Καλλιρρόης;", "word", "λιμάνι.epub", "οκτώ μποφόρ"),
    Question("What does 🦊 on the door mean? key flower pot", "word", "camp.md", "third flower pot"),
)

BY_MEANING = (
    Question("Can I bring my pet on the boat?", "meaning", "ferry.pdf", "Dogs travel on the open deck"),
    Question(
        "What happens to my fare when the storm stops the ship?", "meaning", "ferry.pdf", "the crossing is cancelled"
    ),
    Question("How is poor visibility at sea signalled?", "meaning", "ferry.pdf", "In fog the whistle"),
    Question("Where do people gather if the vessel sinks?", "meaning", "ferry.pdf", "muster station"),
    Question("When do sailors get their money?", "meaning", "ferry.pdf", "Deckhands are paid"),
    Question("How early must I tell the owner that I am moving out?", "meaning", "lease.docx", "three months' notice"),
    Question("Am I allowed to play the trumpet late in the evening?", "meaning", "lease.docx", "Between ten at night"),
    Question("Who has to pay for a broken door handle?", "meaning", "lease.docx", "Small repairs"),
    Question("How do I notice that the hive is about to split?", "meaning", "bees.md", "Queen cells"),
    Question("How can parasites of insects be treated in summer?", "meaning", "bees.md", "formic acid"),
    Question("What protects the colony from rodents in the cold season?", "meaning", "bees.md", "no mouse gets in"),
    Question(
        "How can I tell that the bread is ready to come out of the oven?", "meaning", "bakery.epub", "sounds hollow"
    ),
    Question("Why did my dough run out sideways?", "meaning", "bakery.epub", "spreads flat"),
    Question("How do I reset the box to its original state?", "meaning", "router.html", "for twelve seconds"),
    Question("Can friends use my wifi without seeing my files?", "meaning", "router.html", "Visitors get a wireless"),
    Question("Why is the internet down for a moment before dawn?", "meaning", "router.html", "four in the morning"),
    Question("Why are there two floods each day?", "meaning", "tides.pptx", "two bulges"),
    Question("May heavy trucks drive across the river?", "meaning", "minutes.docx", "Lorries above"),
    Question("On which day of the weekend can I now borrow books?", "meaning", "minutes.docx", "open on Sundays"),
    Question("How does the town save electricity at night?", "meaning", "minutes.docx", "every second lamp"),
    Question("Did the plants come back to life?", "meaning", "protocol.pdf", "turned green again"),
    Question("What protective clothing is required for very cold liquids?", "meaning", "protocol.pdf", "face shield"),
    Question("How much vacation does an employee get?", "meaning", "handbook.pdf", "29 days"),
    Question("What do I do when I am sick?", "meaning", "handbook.pdf", "Call before nine"),
    Question("How long is maternity leave?", "meaning", "handbook.pdf", "fourteen weeks"),
    Question("My notebook computer was stolen, what now?", "meaning", "handbook.pdf", "A lost laptop"),
    Question("May I have breakfast on the day of surgery?", "meaning", "clinic.odt", "Eat nothing after midnight"),
    Question("Which signs of infection should worry the patient?", "meaning", "clinic.odt", "grows hot or red"),
    Question("How do I get rid of snails without poison?", "meaning", "garden.md", "Boards laid out"),
    Question("My pile of rotting kitchen waste smells awful", "meaning", "garden.md", "torn cardboard"),
    Question("How does the software ignore waves made by vessels?", "meaning", "gauge.py", "wake of a passing boat"),
    Question("What should pupils wear underground?", "meaning", "mails.mbox", "warm coat"),
    Question("Which conference space should we avoid because of the beamer?", "meaning", "mails.mbox", "projector"),
)

BY_NOTHING = tuple(
    Question(text, "nothing")
    for text in (
        "What is the capital of Mongolia?",
        "How many moons does Jupiter have?",
        "Who composed the opera Carmen?",
        "What is the boiling point of ethanol?",
        "How do I change the oil of a motorcycle?",
        "When did the Berlin Wall fall?",
        "What is the recipe for sushi rice?",
        "How do vaccines train the immune system?",
        "Explain the theory of general relativity",
        "Which visa do I need for Brazil?",
        "What are the rules of cricket?",
        "How high is Mount Kilimanjaro?",
        "What is the exchange rate of the yen?",
        "ZX-99817",
        "Who won the world championship in curling?",
        "How do I prune an apple espalier on a balcony in Toronto?",
        "What is the atomic number of tungsten?",
        "Wie funktioniert die Kernfusion in der Sonne?",
    )
)

QUESTIONS = (*BY_WORD, *BY_MEANING, *BY_NOTHING)

"""The texts of the corpus: every fact in them is invented here and free to ship.

A line that begins with `#` is a heading, one with `|` a row of a table; a blank line ends a paragraph.
"""

from __future__ import annotations

FERRY = """\
# Boarding
Passengers with bicycles use the lower ramp and go aboard before the cars. Bicycles are lashed to the port rail.

Dogs travel on the open deck only; a muzzle can be borrowed from the bosun.

# In bad weather
When the anemometer at Skarvholm shows more than 22 metres a second, the crossing is cancelled and the \
tickets stay valid for a month.

In fog the whistle is sounded once every two minutes and the speed is brought down to six knots.

# Emergencies
The muster station is the aft saloon. Seven short blasts and a long one mean that everybody puts on a life jacket.

Whoever falls overboard is kept in sight by a lookout who points with an outstretched arm and does nothing else.

# Wages
Deckhands are paid every second Thursday; a night watch is rewarded with a supplement of eighteen per cent.

The engineer on call keeps the telephone with the number 5517 and is at the quay within half an hour."""

LEASE = """\
# The flat
The flat on the third floor of Maple Street 14 has two rooms, a kitchen and a cellar compartment with the number K9.

# Rent
The rent of 870 crowns is due on the third working day of each month and goes to the account of the Linden Trust.

Heating and water are settled once a year; the advance is 140 crowns a month.

# Ending
Either side may end the lease in writing with three months' notice to the end of a quarter.

The deposit of three rents is given back with interest within six weeks after the keys were returned.

# Living together
Between ten at night and six in the morning radios and instruments are kept so low that nobody next door hears them.

Cats may be kept without asking. For a dog the landlord's consent is needed.

Small repairs up to 75 crowns each are paid by the tenant, but no more than 300 crowns a year."""

BEES = """\
# Spring
The first inspection takes place when the cherry blossoms, on a day with more than 14 degrees and no wind.

A colony that covers fewer than four frames is united with a stronger neighbour.

# Swarming
Queen cells along the lower edge of the comb tell that half of the bees will soon leave with the old queen.

# Varroa
In August the mites are fought with formic acid of 60 per cent, 2 millilitres for each comb side, for ten days.

The board under the hive is examined after three days; more than five fallen mites a day are too many.

# Honey
Frames are taken out when two thirds of the cells are capped; honey with more than 18 per cent water ferments.

Extracted honey rests for three days in the settling tank until the foam has risen, and is then stirred twice a day.

# Winter
Each colony needs 15 kilograms of stores. The entrance is narrowed so that no mouse gets in."""

BAKERY = """\
# Rye loaf of Ostrel
Mix 600 grams of rye flour with the sourdough of the evening before and 18 grams of salt; the dough stays sticky.

Bake it for an hour, beginning at 250 degrees and falling to 190. It is done when it sounds hollow if you knock.

# Cardamom knots
Warm the milk to hand heat, stir in the yeast and a spoonful of cardamom, and let it rise under a cloth until \
it has doubled.

# Plum tart
Halve the plums, lay them cut side up on the pastry and sprinkle them with brown sugar and a little clove.

# What went wrong
A loaf that spreads flat on the tray has risen for too long, or the flour holds too little gluten.

Grey streaks in the crumb come from flour that was not worked in."""

ROUTER = """\
# First steps
Connect the grey cable to the socket marked WAN and wait until the lamp on the front turns green.

# Lamps
An amber lamp that blinks slowly means that the provider has not given an address yet.

# Forgotten password
Hold the pin in the hole beside the power socket for twelve seconds: everything is set back as it left the factory.

# Guests
Visitors get a wireless network of their own, from which your printers and disks cannot be reached. It ends at midnight.

# Updates
The box looks for new software at four in the morning and starts anew; the connection is gone for two minutes.

# Errors
| Code | Cause |
| QX-4417 | The certificate of the provider has expired |
| QX-4430 | Two routers give out addresses in the same network |
| QX-4502 | The fan stands still |"""

TIDES = """\
# Why the sea rises
The moon pulls at the water that faces it, and the earth is pulled away from the water behind it: two bulges, \
two high waters a day.

# Spring and neap
When sun and moon stand in a line, twice a month, high water is highest.

# The Bay of Ferrol Deep
The funnel of the bay doubles the range to 11.4 metres, which drives the mill at Kestwick.

# Harnessing it
The turbine of Kestwick feeds 3.2 megawatts into the island's grid and stands still for an hour at slack water."""

MINUTES = """\
# Present
Mayor Odalys Brandt in the chair; councillors Fenwick, Quist, Marrow and Tamsin Yarrow; apologies from councillor Hobb.

# The old bridge
The survey found cracks in the second pier. Lorries above 7.5 tonnes are turned away until it has been mended.

The repair is given to the firm Halloway for 412,000 crowns and has to be finished before the first frost.

# The library
It will also open on Sundays from the first of May, as councillor Yarrow had moved; four voted for it and one against.

# Street lamps
After one in the morning every second lamp is switched off. The saving is put at 23,000 crowns a year.

# The swimming pool
Children below six pay nothing. The water is changed on the first Monday of the month, when the pool stays closed."""

PROTOCOL = """\
# Aim
We asked whether the moss Bryum tessellatum survives drying at minus forty degrees and wakes again after a year.

# Method
Sixty cushions were dried over silica gel for nine days and sealed in glass. Light was shut out throughout.

Waking was judged by the green of chlorophyll under the microscope, two days after a drop of rain water.

# Result
Of the sixty cushions 47 turned green again; of those that had been warmed to thirty degrees in between only five did.

# Sources of error
The freezer of the second floor failed for eleven hours in February, which may have harmed the lot named C.

# Safety
Liquid nitrogen is poured with face shield and cold gloves only, and never alone in the cellar.

Spilled mercury is bound with sulphur and reported to the head of the laboratory, Dr Ilse Vantongeren."""

HANDBOOK = """\
# Working hours
Core time is from ten to three. Whoever begins earlier may leave earlier; extra hours are taken off within the quarter.

# Holidays
Everybody has 29 days of paid leave a year. Five of them may be carried over until the end of March.

# Illness
Call before nine o'clock. From the fourth day on a doctor's note is needed.

# Travelling
Trains are booked in second class. For a night away the firm pays 31 crowns for meals without receipts.

# Expenses
Receipts are handed in within sixty days; later ones are not refunded.

# Parents
Fathers and mothers may stay at home for fourteen weeks after a birth with their full salary.

# Computers
Passwords are kept in the safe of the firm and never written on paper. A lost laptop is reported at once, day or night.

# Leaving
On the last day the badge, the keys and the laptop are given back at the porter's lodge."""

RADIO_SCRIPT = """\
# Opening
Good evening from the lighthouse of Tarn Point. The keeper counts forty ships tonight and the kettle is on.

# The story of the bell
In 1887 the bell of the wreck Corvane was raised by two brothers with a winch made of a mangle.

They sold it to the school, where it still rings for the break between lessons.

# Closing
If you have a recording of the old foghorn, send it to us; the archive has none since the flood."""

CLINIC = """\
# Before the operation
Eat nothing after midnight. Clear water may be drunk until two hours before.

# Afterwards
The stitches are taken out after ten days. Do not lift anything heavier than a full kettle for three weeks.

If the wound grows hot or red, or you shiver, ring the ward at any hour.

# Medicine
Take the white tablet Norvexil 40 in the morning on an empty stomach, and never together with grapefruit juice.

# Visitors
Relatives may come between two and seven; two at a time, and nobody with a cold."""

GARDEN = """\
# Tomatoes
Pinch out the side shoots every week and water at the foot, as wet leaves invite blight.

# Slugs
Boards laid out in the evening gather them underneath; lift them at dawn and carry the creatures to the far hedge.

# Compost
Turn the heap when it has cooled. Too wet, it stinks; then mix in torn cardboard.

# Roses
Cut them back to three eyes when the forsythia blooms, slanting, above a bud that faces outwards.

# The well
The pump of the well runs on the second meter; the fuse for it is number 7 in the shed."""

GERMAN = """\
# Kehrwoche
Die Treppe wird abwechselnd gewischt: in geraden Wochen der zweite Stock, in ungeraden der dritte.

# Sperrmüll
Sperrmüll holt die Stadt am letzten Dienstag im Oktober ab. Elektrogeräte gehören nicht dazu.

# Waschküche
Der Schlüssel zur Waschküche hängt beim Hausmeister Göttlich; nach 20 Uhr darf nicht mehr geschleudert werden.

# Fahrräder
Fahrräder stehen im Hof unter dem Schleppdach und nie im Hausflur."""

SPANISH = """\
# La panadería
El horno de la calle Olmo enciende a las cuatro de la madrugada y el primer pan sale a las seis menos cuarto.

# La fiesta
La verbena de San Telmo empieza con una traca de mil petardos y termina cuando canta el gallo de doña Remedios.

# El reloj
El reloj de la torre adelanta siete minutos desde la tormenta de enero y nadie quiere subir a arreglarlo."""

CHINESE = """\
# 茶馆
老城的茶馆每天清晨五点开门,掌柜姓欧阳,只卖三种绿茶。

# 石桥
石桥建于明朝,一共有十七个桥孔,桥头刻着一只缺了耳朵的狮子。

# 渡船
下大雾的时候渡船停开,乘客可以在码头的候船室免费喝姜汤。"""

JAPANESE = """\
# 灯台
岬の灯台は毎晩七時に点灯し、光は二十海里先まで届く。

# 郵便局
郵便局の猫は「こはく」という名前で、切手の棚の上で昼寝をする。

# 温泉
山の温泉は水曜日が定休日で、入浴料は四百五十円である。"""

KOREAN = """\
# 시장
새벽 시장은 월요일에 쉬고 떡집은 일곱 번째 골목에 있다.

# 등대
붉은 등대의 관리인은 김하늘 씨이며 매일 갈매기의 수를 적는다.

# 기차
마지막 기차는 밤 열한 시 이십 분에 떠난다."""

THAI = """\
# ตลาดน้ำ
ตลาดน้ำเปิดเฉพาะวันเสาร์และเรือขายก๋วยเตี๋ยวจอดใต้สะพานไม้สีเขียว

# วัด
ระฆังใบใหญ่ของวัดถูกตีสามครั้งก่อนพระอาทิตย์ขึ้น"""

ARABIC = """\
# المكتبة
تفتح مكتبة الميناء أبوابها في الساعة الثامنة صباحا وتعير كل قارئ خمسة كتب لمدة ثلاثة أسابيع.

# البئر
حفر البئر القديم جد العائلة ياسين، وعمقه أربعون ذراعا."""

HEBREW = """\
# המאפייה
המאפייה ברחוב התאנה נפתחת בחמש בבוקר והלחם הראשון נמכר לדייגים.

# השעון
השעון במגדל מפגר בתשע דקות מאז הסערה הגדולה."""

RUSSIAN = """\
# Маяк
Смотритель маяка Тихон записывает в журнал каждый проходящий корабль и цвет его флага.

# Почта
Почтовый катер приходит по четвергам и привозит не больше двух мешков писем.

# Баня
Баню топят берёзовыми дровами по субботам с трёх часов."""

GREEK = """\
# Το λιμάνι
Το λιμάνι της Καλλιρρόης κλείνει όταν ο βοριάς ξεπερνά τα οκτώ μποφόρ.

# Ο φούρνος
Ο φούρνος της κυρίας Ευτέρπης ψήνει κουλούρια με σουσάμι κάθε Παρασκευή."""

EMOJI = """\
# Packing list 🧳
🏕️ tent, 🔦 torch with spare cells, 🧦 four pairs of socks, 🥫 beans

# Signs we agreed on
🦊 on the door means that the key lies under the third flower pot; 🦉 means come back after dark.

# Birthdays 🎂
Aunt Perpetua 👵 turns eighty on the ninth of November; she wants no flowers but a kite 🪁."""

LETTER = """\
Dear Marit,

the roof of the boat house has been mended at last; Jürgen used copper nails, as the steel ones had rusted through.

Could you bring the long ladder back before Easter? The chimney sweep needs it.

The auction of your uncle's stamps brought 2,360 crowns, the blue Merkator alone nine hundred.

Yours, Ebba"""

MAILS = (
    (
        "Meeting room",
        "The projector in the room Albatross flickers. Use the room Petrel until Friday, it was repaired in June.",
    ),
    (
        "Order 88213-K",
        "Your order 88213-K of forty oak planks leaves the saw mill on the twelfth and comes by barge.",
    ),
    (
        "School trip",
        "The third form visits the salt mine. Each child needs a warm coat, as it is nine degrees below ground.",
    ),
    (
        "Cancelled subscription",
        "We are sorry that you leave us. The last issue of The Night Gardener goes to the printers in March.",
    ),
)

SCANNED_RECEIPT = (
    "WORKSHOP VELLAMO",
    "Repair of one accordion",
    "New bellows and eleven reeds",
    "Sum 263 crowns paid in cash",
)

SCANNED_NOTICE = (
    "LOST at the harbour fair",
    "a brown leather satchel",
    "with a telescope of brass",
    "Reward at the inn Three Herons",
)

CODE = '''\
"""Reads the tide gauge of the harbour."""

RETRY_DELAY_MS = 750
MAX_GAUGE_CM = 1420


def smooth_levels(levels: list[float], window: int = 9) -> list[float]:
    """A running median, so that the wake of a passing boat does not count as a wave."""
    half = window // 2
    return [sorted(levels[max(0, i - half) : i + half + 1])[half] for i in range(len(levels))]


def raise_alarm(level_cm: float) -> bool:
    """Ring the harbour master when the water stands above the quay's edge."""
    return level_cm > 640


class GaugeOffline(Exception):
    """The buoy has not answered for three intervals; the battery is probably empty."""
'''

SETTINGS = """\
{
  "greenhouse": {"night_temperature_c": 13, "vents_open_above_c": 27, "misting": {"every_minutes": 25, "seconds": 40}},
  "alarm": {"telephone": "5530", "quiet_hours": "22-06"},
  "owner": {"name": "Saskia Wren", "badge": "GH-0071"}
}
"""

SHIPS = """\
ship;captain;cargo;berth
Albatross;Nils Overgaard;timber;4
Petrel;Ama Boateng;oranges;7
Corvane II;Ruth Sandoval;cement;2
Night Heron;Piet Kuiper;mail;1
Sandpiper;Ioana Petrescu;cocoa;9
"""

STOCK = (
    ("Article", "Number", "Shelf", "In stock", "Price"),
    ("Copper nails 40 mm", "CN-40", "B3", 1200, 0.12),
    ("Oak plank 2 m", "OP-200", "yard", 64, 18.5),
    ("Linseed oil 1 l", "LO-1", "C1", 37, 9.8),
    ("Hemp rope 12 mm", "HR-12", "A7", 310, 1.4),
    ("Brass cleat", "BC-9", "B8", 58, 6.75),
)

PUMPS = ("BP-110", "BP-120", "BP-130", "BP-140", "BP-150", "BP-160", "BP-170", "BP-180", "BP-190", "BP-200")


def pump_manual(number: int) -> str:
    """One of ten that say the same with other figures: only its name tells them apart."""
    name = PUMPS[number]
    return f"""\
# Brenner pump {name}
The pump {name} lifts {30 + 7 * number} litres a minute to a height of {4 + number} metres and weighs \
{9 + 2 * number} kilograms.

# Fastening
The screws of the housing of the {name} are tightened crosswise with {11 + 3 * number} newton metres.

# Care
The seal of the {name} is greased every {200 + 50 * number} hours of running and replaced when it drips.

# Electricity
The {name} is protected by a fuse of {6 + 2 * number} amperes and may never run dry for longer than \
{20 + 5 * number} seconds.
"""


_PEOPLE = ("Marit", "Ebba", "Jonas", "Signe", "Tove", "Rasmus", "Ylva", "Henrik")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HAPPENINGS = (
    "{0} came by on {1} and we talked about the price of firewood until the lamp went out.",
    "On {1} the cat of {0} sat on the sill the whole afternoon and would not be moved.",
    "It rained on {1}; {0} lent me an umbrella that was missing two of its ribs.",
    "{0} sang at the chapel on {1} and forgot the second verse, which nobody minded.",
    "The kettle boiled over on {1} while {0} told of the winter when the canal froze.",
    "{1}: {0} painted the fence in a green that looks blue when the sun is low.",
    "On {1} {0} beat me at chess twice and then let me win, rather too plainly.",
    "A parcel for {0} was left with us on {1}; it rattles, and smells of oranges.",
    "We walked to the weir with {0} on {1} and counted eleven herons and one grey wagtail.",
    "{0} has taken up the cello; on {1} the neighbours began to shut their windows.",
)


def diary() -> str:
    """Eighty days on which nothing happens that a question asks for."""
    entries = [
        f"# Entry {number + 1}\n"
        + _HAPPENINGS[number % len(_HAPPENINGS)].format(_PEOPLE[number % 7 + number // 40], _DAYS[number % 7])
        for number in range(80)
    ]
    return "\n\n".join(entries)


def parcel(number: int) -> tuple[str, ...]:
    """One page of the land register, from 1."""
    owner = f"{_PEOPLE[number % 8]} {('Aspen', 'Birk', 'Cedar', 'Dahl', 'Elm', 'Fjord', 'Grove')[number % 7]}"
    side = ("north", "south", "east", "west")[number % 4]
    mark = f"{chr(65 + number % 26)}{number % 10}"
    return (
        f"Parcel {number:04} lies at the {side}ern edge of field {number // 9 + 1}.",
        f"It measures {(number * 37) % 900 + 100} square metres and belongs to {owner} since {1900 + number % 99}.",
        f"Folio {number * 13 + 7} of volume {number % 23 + 1}; the boundary stone carries the mark {mark}.",
    )

"""Phrases that hold a lexicon word and mean something else. They use up the text, so that the word is not found."""

BODY_PARTS = (
    # "back" that is no back
    "back (to|in|into|on|at|from|then|home|again|up|down|and forth|order|ordered|seat|door|yard|pay|office|pocket)",
    "(come|comes|came|coming|go|goes|going|went|gone|gave|give|given|giving|get|gets|got|getting|bring|brought) back",
    "(call|calls|called|calling|date|dates|dated|dating|follow|followed|report|reported|reporting|refer|referred) back",
    "(cut|cuts|cutting|scale|scaled|hold|held|push|pushed|send|sent|turn|turned|look|looking|move|moved|moving) back",
    "(step|stepped|set|sets|fall|fell|falls|fight|pull|pulled|laid|write|wrote|hear|heard|return|returned) back",
    "(reach|reaches|reaching) back", "(be|been|is|was|are|were) back (to|at|on|in|for)",
    "(the )?back of (the|his|her|a)", "(hand|hands) back", "the back (seat|door|yard|office|room|end|side)",
    # hands
    "on (the )?(other|one) hand", "hand in hand", "hands? on", "(right|left) ?(hand|handed) (dominant|dominance)",
    "hand (dominant|dominance|written|held|off|over|out|outs|tools?|rails?|truck|trucks|controls?|washing)",
    "(at|by|in) hand", "(first|second) hand",
    # head, face, eye, neck
    "head of( the)? bed", "head(s)? up", "head on", "head start", "face to face",
    "face (to|sheet|value|down|up|mask)", "to face",
    "on its face", "faces? of", "eye contact", "ear ?(plug|plugs|bud|buds)", "metatarsal heads?", "by mouth",
    # feet as a length and gait manoeuvres
    "square (foot|feet)", "cubic (foot|feet)", "(several|few|many) feet", "on foot", "foot ?(note|notes|pounds?)",
    "(heel|heels|toe|toes)( and|/| to)? (heel|heels|toe|toes) (walk|walks|walking|gait|raise|raises|standing)",
    "(heel|heels|toe|toes) (walk|walks|walking|gait|raise|raises|standing)", "heel to toe", "high heels",
    # signs of the nervous system, not complaints of the part they are read at
    "straight leg (raise|raises|raising|test|tests|testing)", "straight leg", "leg raise", "leg length( discrepancy)?",
    "(biceps?|triceps?|brachioradialis|knee|ankle|patellar?|achilles|quadriceps) (jerks?|reflex|reflexes)",
    "shoulder (width|belt|level|height|strap|depression test)", "arm ?(rests?|length)", "leg ?(rests?|work|room)",
    "knee (high|jerk|scooter|scooters|walker|walkers|rover|pads?)", "thigh high", "elbow room",
    "drop arm", "cross (arm|body)",
    "nasal spray", "(hand|foot|spine|spinal|shoulder|knee|hip|eye|foot and ankle) (surgeons?|specialists?)",
    "hand therap(y|ist|ists)", "spinal (cord|stimulator|stimulators|stimulation|anesthesia|tap)", "chest tube",
)  # fmt: skip

TREATMENTS = (
    "PT (states|stated|presents|presented|denies|denied|complains|complained)",
    "ultrasound (guided|guidance)", "fluoroscopic(ally)? (guided|guidance)", "CT guid(ed|ance)",
    "epidural (abscess|hematoma|space|fibrosis|lipomatosis|scar|fat|mass)",
    "RFA (form|forms|dated|request|requests|was|is|received|submitted|signed)", "traction spurs?",
    "(HEP|hep) [ABC]", "trigger points? (palpated|tenderness|noted)", "compound fractures?",
    "manipulative behavio(u)?r",
)  # fmt: skip

DRUGS = (
    "(well|be|been|is|was|are) versed",
    "dental plaque",
    "lithium (battery|batteries|ion)",
    "caffeine (free|intake|use)",
    "insulin (resistance|dependent)",
)

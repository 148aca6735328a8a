"""What follows the beginning of a story: other tolls, who is blamed, the named dead, quotes and colour."""

TOLLS = (
    "{Source} put the number of dead at {dead}.",
    "{Source} said {dead_people} had been killed.",
    "According to {source}, {dead_people} died in the {noun}.",
    "{Source} gave a toll of {dead} dead.",
    "{Source} spoke of {dead} dead.",
    "{Source} said that {dead_people} had died.",
)
CLAIMED = (
    "{group} claimed responsibility for the {noun} in a statement.",
    "{group} said in a message posted online that it had carried out the {noun}.",
    "{group} said its fighters were behind the {noun}.",
    "In a recording sent to local radio, {group} claimed the {noun}.",
)
BLAMED = (
    "{Source} blamed {group} for the {noun}.",
    "{Source} accused {group} of carrying out the {noun}.",
    "{Source} said {group} was believed to be behind the {noun}.",
    "{Source} said that {group} was suspected of the {noun}.",
)
DENIED = (
    "{group} denied carrying out the {noun}.",
    "{group} denied any involvement in the {noun}.",
    "{group} said it had not carried out the {noun}.",
    "{group} denied that its men had carried out the {noun}.",
)
UNCLAIMED = (
    "There was no immediate claim of responsibility.",
    "Nobody has claimed the {noun}.",
    "It was not clear who was behind the {noun}.",
    "No group said it was responsible.",
)
DEAD = (
    "Among the dead was {person}, {a_job}.",
    "One of the dead was identified as {person}, {a_job}.",
    "{person}, {a_job} aged {age}, was among those killed.",
    "The victims included {person}, {age}, {a_job}.",
    "{person}, {a_job}, was killed in the {noun}, relatives said.",
)
TAKEN = (
    "One of them was identified as {person}, {a_job}.",
    "They include {person}, {a_job} aged {age}.",
    "Among them is {person}, {age}, {a_job}.",
)
WITNESS = (
    '"{quote}," said {person}, {a_job} who lives nearby.',
    '"{quote}," {person}, {a_job}, told {outlet} by telephone.',
    '{person}, {a_job}, described the scene: "{quote}."',
    '"{quote}," {person}, {age}, said.',
)
QUOTES = {
    "deadly": (
        "I heard a loud noise and then people were screaming",
        "We lay on the floor until it was over",
        "There was smoke everywhere and nobody came to help",
        "My children have not slept since",
        "I ran and did not look back",
        "We carried the wounded on doors and blankets",
        "They came from nowhere and were gone in minutes",
        "I closed my shop and ran home",
    ),
    "calm": (
        "We only want to live in peace",
        "Everyone in the street was talking about it",
        "We have heard promises before",
        "Our families have waited long enough",
        "I hope that this time it will last",
        "Nobody tells us anything",
    ),
}
OFFICIAL = (
    '"We will not rest until calm is restored," said {official}.',
    '"The situation is under control," {official}, told reporters.',
    "{official}, appealed for calm.",
    "{official}, declined to give details.",
    '"An inquiry has been opened," said {official}.',
    "{official}, visited the town and promised help for the families.",
)
COLOUR = {
    "deadly": (
        "The wounded were taken to the local hospital, where doctors appealed for blood.",
        "Shops stayed shut and the main road was closed for several hours.",
        "Residents said they could hear sirens late into the night.",
        "The area has seen repeated violence over the past year.",
        "Security was tightened across the town.",
        "Telephone lines to the area were down for much of the day.",
        "Several houses were damaged and at least two vehicles burned out.",
        "Funerals were held the same evening.",
        "It was not possible to verify the accounts independently.",
        "Aid agencies say the roads in the area are no longer safe.",
        "Families gathered at the morgue in search of relatives.",
    ),
    "calm": (
        "Witnesses said the streets were quiet afterwards.",
        "Traders reopened their stalls in the afternoon.",
        "Local radio carried the news within the hour.",
        "Elders from several districts were present.",
        "Previous efforts to calm the region have come to little.",
        "Schools in the area were to open as usual.",
        "Diplomats in the capital are following the matter closely.",
        "It was not possible to verify the accounts independently.",
    ),
}
CONTEXT = (
    "{town} lies on a trade route and has a large weekly market.",
    "Years of insecurity have emptied many villages around {town}.",
    "The war has made it hard for farmers near {town} to reach their fields.",
    "Humanitarian organisations say that the needs in {country} are growing.",
    "Journalists rarely reach {town}, and news travels slowly.",
    "Many families in {town} depend on relatives in the capital.",
    "Analysts say that the state's presence in this part of {country} is thin.",
    "The rainy season has made the roads around {town} difficult to pass.",
    "In {town}, prices of fuel and flour have doubled within a year.",
    "The conflict in {country} has many local roots, from land to the trade in livestock.",
    "A hospital in {town} has been short of medicine for months.",
    "Mediators have tried several times to bring the parties in {country} together.",
    "The district around {town} has more schools closed than open.",
    "Foreign donors have promised {country} new funds for reconstruction.",
)
UPDATES = (
    "The death toll from {a_noun} in {town} {when} has risen to {dead}{src}.",
    "{dead_people} are now known to have died in {a_noun} in {town} {when}{src}.",
    "The number of people killed in {a_noun} in {town} {when} rose to {dead}{src}.",
    "{dead_people} died in {a_noun} in {town} {when}, more than first reported{src}.",
)
RECALLS = (
    "{When}, {a_noun} in {town} killed {dead_people}.",
    "{dead_people} died in {a_noun} in {town} {when}.",
    "{A_noun} in {town} {when} left {dead_people} dead.",
    "{When}, {dead_people} were killed in {a_noun} in {town}.",
    "The {month} {noun} in {town} that killed {dead_people} is still under investigation.",
)
SOURCES = {
    "deadly": (
        "residents",
        "witnesses",
        "a local official",
        "a hospital source",
        "medical workers",
        "local elders",
        "a security source",
        "police",
    ),
    "calm": ("residents", "witnesses", "a local official", "a security source", "local elders"),
}

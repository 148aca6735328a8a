"""Names of people by region. A slash separates spellings of one name, the most usual first.

Made of names that are common where they come from; whoever is called so is made up.
"""

_MUSLIM = (
    "Mohamed/Muhammad/Mohammed Ahmed/Ahmad Yusuf/Youssef/Yousef Ibrahim/Ebrahim Omar/Umar Hassan/Hasan Hussein/Husayn "
    "Khalid/Khaled Mustafa/Mostafa Abdullah/Abdallah Suleiman/Sulayman Ismail/Ismael Tariq/Tarek Salim/Saleem"
)

GIVEN_MEN = {
    "sahel": "Amadou/Ahmadou Moussa/Musa Boubacar/Boubakar/Abubakar Oumar/Umar Seydou/Saidou Souleymane/Suleiman "
    "Modibo "
    "Alhassane/Alhassan Youssouf/Yusuf/Youssef Ibrahima/Ibrahim Abdoulaye/Abdullahi Idrissa/Idriss Mahamane Adama",
    "mashriq": f"{_MUSLIM} Saad Haidar/Haydar Qasim/Kassem Jassim/Jasim Nasser/Nasir",
    "nile": f"{_MUSLIM} Eltayeb/Al-Tayeb Babiker/Babikir Adam Osman/Uthman Siddig/Siddiq",
    "andes": "José/Jose Andrés/Andres Luis Jhon/John Héctor/Hector Germán/German Óscar/Oscar Raúl/Raul Édgar/Edgar "
    "Iván/Ivan "
    "Fabián/Fabian Wilmer Néstor/Nestor Camilo",
    "congo": "Jean-Pierre/Jean Pierre Faustin Innocent Célestin/Celestin Bosco Kambale Paluku Théo/Theo Désiré/Desire "
    "Jean-Bosco/Jean Bosco Gédéon/Gedeon Pacifique Mumbere Zacharie",
    "slavic": "Oleksandr/Alexander Serhiy/Sergei/Serhii Volodymyr/Vladimir Andriy/Andrei/Andrii Mykola/Nikolai "
    "Dmytro/Dmitry "
    "Yuriy/Yuri Vasyl/Vasily Petro/Pyotr Oleksiy/Alexei Ihor/Igor Pavlo/Pavel Taras Bohdan",
    "afghan": "Mohammad/Muhammad/Mohammed Abdul-Rahim/Abdul Rahim Gul-Agha/Gul Agha Najibullah/Najib-Ullah Rahmatullah "
    "Hamid/Hameed Zahir/Zaher Aminullah Sher-Khan/Sher Khan Nasrullah/Nasrallah Esmatullah/Ismatullah Yusuf/Yousuf "
    "Hekmat "
    "Sardar",
    "moro": "Abdul/Abdol Esmael/Ismael Ramil Jun-Jun/Junjun Rodel Nasser/Naser Benjie Omar/Umar Ricardo Danilo Alim "
    "Kamad "
    "Eduardo Samsudin/Shamsuddin",
    "burma": "Aung Kyaw/Kyaw-Zin Min-Thu/Min Thu Zaw/Zaw-Htet Htun/Tun Naing Ko-Ko/Ko Ko Thura/Thu-Ra Soe-Win/Soe Win "
    "Nyi-Nyi/Nyi Nyi Saw-Ba/Saw Ba Hkun/Khun Myo Bo-Lin/Bo Lin",
    "horn": "Mohamed/Mohamud/Maxamed Abdi/Cabdi Ali/Cali Hassan/Xasan Yusuf/Yuusuf Ahmed/Axmed Farah/Faarax "
    "Ismail/Ismaaciil "
    "Nur/Noor/Nuur Bashir/Basheer Omar/Cumar Said/Saciid Jama/Jaamac Abdirahman/Abdurahman",
}
GIVEN_WOMEN = {
    "sahel": "Fatoumata/Fatumata Aïssata/Aissata Mariam/Maryam Aminata Hawa Kadiatou/Kadiatu Salimata Oumou",
    "mashriq": "Fatima/Fatimah Zainab/Zaynab Noor/Nour Huda/Hoda Maryam/Mariam Samira/Sameera Amal Layla/Leila",
    "nile": "Fatima/Fatma Amna/Amina Hawa Ikhlas Nagla/Najla Asma/Asmaa Sumaya/Somaya Halima/Haleema",
    "andes": "María/Maria Luz Diana Gloria Ángela/Angela Yolanda Inés/Ines Rocío/Rocio",
    "congo": "Espérance/Esperance Furaha Béatrice/Beatrice Jeanne Kavira Masika Solange Chantal",
    "slavic": "Olena/Elena Iryna/Irina Nataliya/Natalia Halyna/Galina Oksana Svitlana/Svetlana Liudmyla/Lyudmila "
    "Hanna/Anna",
    "afghan": "Zarmina Fatima/Fatema Shukria Nargis Parwin/Parveen Laila/Leila Maryam/Mariam Homa",
    "moro": "Norhaya Aisa/Aisha Rosalinda Marites Fatma/Fatima Jocelyn Babylyn Hadja",
    "burma": "Khin-Mar/Khin Mar Su-Su/Su Su Nan-Mya/Nan Mya Ei-Phyu/Ei Phyu Thida May-Oo/May Oo Hnin Naw-Paw/Naw Paw",
    "horn": "Fadumo/Faduma Halima/Xaliimo Amina/Aamina Hodan/Hodhan Sahra/Zahra Khadija/Khadiijo Maryan/Mariam "
    "Asha/Casha",
}
FAMILY = {
    "sahel": "Traoré/Traore Keïta/Keita Coulibaly/Koulibaly Diallo/Jallow Touré/Toure Maïga/Maiga Cissé/Cisse "
    "Dembélé/Dembele "
    "Sangaré/Sangare Konaté/Konate Haïdara/Haidara Bello Ag-Mossa/Ag-Moussa Ould-Badi/Ould-Baddi Sidibé/Sidibe Danjuma "
    "Belkacem/Bel-Kacem Garba",
    "mashriq": "Al-Janabi/Janabi/al-Janabi Al-Obaidi/al-Obeidi Al-Saadi/as-Saadi Hamdani/al-Hamdani Al-Maliki/Malki "
    "Al-Qaisi/al-Kaisi Rashid/Rasheed Al-Shami/ash-Shami Al-Jubouri/al-Juburi Saleh/Salih Al-Najjar/an-Najjar "
    "Zubaidi/Zubeidi "
    "Al-Hakimi/Hakimi Bakr Al-Dulaimi/Dulaymi Mutlaq/Motlak Ghanem/Ghanim",
    "nile": "El-Amin/Al-Amin Idris/Idriss Abdelrahman/Abdel-Rahman Hamid/Hamed Bashir/Basheer Elhadi/Al-Hadi "
    "Musa/Mousa "
    "Abakar/Abbaker Yagoub/Yaqub Dafalla/Daffalla Nourein/Nurain Salah Khamis/Khamees Tijani/Tigani Haroun/Harun "
    "Kuku/Koko",
    "andes": "Restrepo Gómez/Gomez Ospina Cárdenas/Cardenas Murillo Valencia Quiñones/Quinones Rentería/Renteria "
    "Ríos/Rios "
    "Castaño/Castano Mosquera Benítez/Benitez Arboleda Suárez/Suarez Pérez/Perez Cuéllar/Cuellar",
    "congo": "Mumbere Kasereka Bahati Mugisho Lukusa Ngoy Katembo Muhindo Bisimwa Kabongo Tshimanga/Tchimanga "
    "Mwamba Byaruhanga "
    "Kanyere Lobo/Lobho Shabani Ilunga/Ilounga Masudi/Masoudi",
    "slavic": "Kovalenko Bondarenko Tkachenko Shevchuk/Shevtchuk Kravets/Kravetz Lysenko/Lisenko Melnyk/Melnik Moroz "
    "Savchenko/Savtchenko Polishchuk/Polischuk Rudenko Zhuk/Jouk Hrytsenko/Gritsenko Oliynyk/Oleinik Panchenko "
    "Sydorenko",
    "afghan": "Ahmadzai/Ahmadzay Popal/Popalzai Noorzai/Nurzai Wardak Stanikzai/Stanekzai Safi Mangal Sahak "
    "Barakzai/Barekzai "
    "Shinwari Hotak Achakzai/Atsakzai Nuristani/Noristani Qaderi/Qadiri Karimi Rasouli/Rasooli",
    "moro": "Macapagal Dimaporo/Dimaporro Hadjirul/Hajirul Mangudadatu Salazar Sahiron/Sahirun Pendatun Reyes "
    "Abubakar/Abu-Bakar "
    "Usman/Osman Dela-Rosa/Delarosa Tan Basman Guro Villanueva Alonto",
    "burma": "Thein/Thain Oo/Htay-Oo Lwin/Lwin-Htun Maung Aye/Aye-Maung Hlaing Than Gam/Gam-Shawng La-Seng/La Seng "
    "Myint/Mying "
    "Win Zin Sein/Seinn Doh-Say/Doh Say Naw/Nor Tint",
    "horn": "Warsame/Warsameh Abdullahi/Cabdullaahi Hirsi/Xirsi Dirie/Diriye Gedi/Geedi Roble/Rooble "
    "Sheikh-Nur/Sheekh-Nuur "
    "Osman/Cismaan Aden/Adan Mumin/Muumin Guled/Guuleed Egal/Cigaal Barre/Bare Elmi/Cilmi Samatar/Samantar "
    "Hersi/Heersi",
}
ALIASES = {
    "sahel": "Abu Dujana/Abou Doujana;Abu Yasir/Abou Yassir;Abu Qutada/Abou Koutada;The Lion of the Dunes;"
    "Abu Safwan/Abou Safouan",
    "mashriq": "Abu Dujana/Abu Dujanah;Abu Laith/Abu Layth;Abu Muslim;Abu Sajjad;Abu Karrar;Abu Rida/Abu Reda",
    "nile": "Abu Jalabiya;Abu Shanab;Abu Tira;Tek-Tek;Abu Zurga",
    "andes": "El Zorro;Tigre;Comandante Rayo;El Mocho;Caballo;Gavilán/Gavilan",
    "congo": "Simba Mbili;Kifaru;Mzee Radja;Chui;Commandant Tonnerre",
    "slavic": "Sokil/Sokol;Kobra;Viter/Veter;Hrim/Grom;Kum",
    "afghan": "Mullah Torak;Haji Spin;Abu Faruq/Abu Farouq;Mullah Zmarai;Qari Sahib",
    "moro": "Commander Falcon;Abu Tarmidi;Commander Kidlat;Kumander Bagyo/Commander Bagyo;Abu Daud/Abu Dawud",
    "burma": "Bo Mogyo;Tiger Lay;Bo Htoo;Captain Mountain;Bo Nagar",
    "horn": "Timo-Cadde/Timo-Adde;Abu Muscab/Abu Musab;Faras;Abu Ubayda/Abu Ubaida;Fanah",
}


def spellings(pool: str) -> tuple[tuple[str, ...], ...]:
    """The names of a pool, each as a tuple of its spellings."""
    return tuple(tuple(entry.split("/")) for entry in _entries(pool))


def _entries(pool: str) -> list[str]:
    """Words of a pool; "Jean-Pierre/Jean Pierre" is one, told by the blank that repeats the hyphen before the slash."""
    if ";" in pool:
        return pool.split(";")
    entries: list[str] = []
    for word in pool.split(" "):
        before = entries[-1].split("/") if entries else [""]
        joined = f"{before[-1]}-{word}"
        if len(before) > 1 and joined in before[:-1]:
            entries[-1] += f" {word}"
        else:
            entries.append(word)
    return entries

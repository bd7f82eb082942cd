<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en">
    <context>
        <name>ActionPlanCard</name>
        <message>
            <source>Action plan</source>
            <translation>Handleplan</translation>
        </message>
        <message>
            <source>Show action plan</source>
            <translation>Vis handleplan</translation>
        </message>
        <message>
            <source>Offered to the citizen on</source>
            <translation>Tilbudt borgeren den</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nej</translation>
        </message>
        <message>
            <source>The citizen wants one</source>
            <translation>Borgeren ønsker en handleplan</translation>
        </message>
        <message>
            <source>In the citizen's own words. A plan is voluntary.</source>
            <translation>Med borgerens egne ord. Planen er frivillig.</translation>
        </message>
        <message>
            <source>Why, or why not</source>
            <translation>Hvorfor eller hvorfor ikke</translation>
        </message>
        <message>
            <source>Purpose of the effort</source>
            <translation>Formålet med indsatsen</translation>
        </message>
        <message>
            <source>What effort is needed</source>
            <translation>Hvilken indsats der er nødvendig</translation>
        </message>
        <message>
            <source>How long it is expected to last</source>
            <translation>Hvor længe indsatsen forventes at vare</translation>
        </message>
        <message>
            <source>Other matters: home, work, health, aids and the like</source>
            <translation>Andre forhold: bolig, arbejde, helbred, hjælpemidler m.m.</translation>
        </message>
        <message>
            <source>Responsible for the plan</source>
            <translation>Ansvarlig for planen</translation>
        </message>
        <message>
            <source>To be looked at again on</source>
            <translation>Følges op den</translation>
        </message>
        <message>
            <source>The help goes on without an action plan: it is the citizen's choice.</source>
            <translation>Hjælpen fortsætter uden handleplan. Det er borgerens valg.</translation>
        </message>
    </context>
    <context>
        <name>AcutePart</name>
        <message>
            <source>Urgency</source>
            <translation>Haster det?</translation>
        </message>
        <message>
            <source>Help can start at once. The decision still has its deadline.</source>
            <translation>Hjælpen kan begynde straks. Afgørelsen har stadig sin frist.</translation>
        </message>
        <message>
            <source>Is the need acute?</source>
            <translation>Er behovet akut?</translation>
        </message>
        <message>
            <source>Help starts on</source>
            <translation>Hjælpen begynder den</translation>
        </message>
        <message>
            <source>Why it cannot wait</source>
            <translation>Hvorfor det ikke kan vente</translation>
        </message>
    </context>
    <context>
        <name>AddressEditor</name>
        <message>
            <source>Street, number, floor</source>
            <translation>Vej, nummer, etage</translation>
        </message>
        <message>
            <source>c/o or place</source>
            <translation>c/o eller sted</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Postnummer</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>By</translation>
        </message>
    </context>
    <context>
        <name>AddressPart</name>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Show the address</source>
            <translation>Vis adressen</translation>
        </message>
        <message>
            <source>Name and address are protected</source>
            <translation>Navne- og adressebeskyttelse</translation>
        </message>
    </context>
    <context>
        <name>AgeChoicePart</name>
        <message>
            <source>The choice at {age} years</source>
            <translation>Valget ved {age} år</translation>
        </message>
        <message>
            <source>The citizen chooses to</source>
            <translation>Borgeren vælger at</translation>
        </message>
        <message>
            <source>stay here</source>
            <translation>blive her</translation>
        </message>
        <message>
            <source>be transferred</source>
            <translation>blive overflyttet</translation>
        </message>
        <message>
            <source>{age} years on {day}. The citizen chooses, and may choose to stay.</source>
            <translation>Fylder {age} år den {day}. Borgeren vælger selv og må gerne blive.</translation>
        </message>
    </context>
    <context>
        <name>AreaCard</name>
        <message>
            <source>All in order</source>
            <translation>Alt i orden</translation>
        </message>
        <message>
            <source>All in order: {area}</source>
            <translation>Alt i orden: {area}</translation>
        </message>
        <message numerus="yes">
            <source>%n point(s) left</source>
            <translation>
                <numerusform>%n punkt mangler</numerusform>
                <numerusform>%n punkter mangler</numerusform>
            </translation>
        </message>
        <message>
            <source>Gone through</source>
            <translation>Gennemgået</translation>
        </message>
    </context>
    <context>
        <name>AreaRow</name>
        <message>
            <source>Single tasks</source>
            <translation>Enkelte opgaver</translation>
        </message>
    </context>
    <context>
        <name>AreaTexts</name>
        <message>
            <source>The citizen's own words …</source>
            <translation>Borgerens egne ord …</translation>
        </message>
        <message>
            <source>The citizen's own words</source>
            <translation>Borgerens egne ord</translation>
        </message>
        <message>
            <source>Observation</source>
            <translation>Observation</translation>
        </message>
        <message>
            <source>What help means</source>
            <translation>Hvad hjælpen betyder</translation>
        </message>
        <message>
            <source>What has changed</source>
            <translation>Hvad er ændret</translation>
        </message>
    </context>
    <context>
        <name>AssessedFirstCard</name>
        <message>
            <source>Assessed first</source>
            <translation>Vurderes først</translation>
        </message>
        <message>
            <source>Suitable</source>
            <translation>Egnet</translation>
        </message>
        <message>
            <source>Not suitable</source>
            <translation>Ikke egnet</translation>
        </message>
        <message>
            <source>Our assessment</source>
            <translation>Vores vurdering</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Hvorfor</translation>
        </message>
        <message>
            <source>Technology and aids considered</source>
            <translation>Teknologi og hjælpemidler, der er overvejet</translation>
        </message>
        <message>
            <source>Before help is decided, assess {what}.</source>
            <translation>Vurdér {what}, før I afgør sagen om hjælp.</translation>
        </message>
    </context>
    <context>
        <name>AssessmentHead</name>
        <message>
            <source>What the levels mean</source>
            <translation>Det betyder niveauerne</translation>
        </message>
        <message numerus="yes">
            <source>%n area(s) assessed</source>
            <translation>
                <numerusform>%n område vurderet</numerusform>
                <numerusform>%n områder vurderet</numerusform>
            </translation>
        </message>
        <message>
            <source>{done} of {all} assessed</source>
            <translation>{done} af {all} vurderet</translation>
        </message>
        <message>
            <source>Type {first}–{last} to set the level and move on.</source>
            <translation>Tast {first}–{last} for at sætte niveauet og gå videre.</translation>
        </message>
        <message>
            <source>Grey dot: the assessment of {day}.</source>
            <translation>Grå prik: vurderingen {day}.</translation>
        </message>
    </context>
    <context>
        <name>BackupCard</name>
        <message>
            <source>Backups</source>
            <translation>Sikkerhedskopier</translation>
        </message>
        <message>
            <source>One is taken each day and kept on this computer. Take one along to another disk too: a lost computer takes its own with it.</source>
            <translation>Der tages en hver dag, og den gemmes på denne computer. Tag også en med på en anden disk: En mistet computer tager sine egne med sig.</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Tag sikkerhedskopi nu</translation>
        </message>
        <message>
            <source>No automatic backup has been taken yet.</source>
            <translation>Der er endnu ikke taget en automatisk sikkerhedskopi.</translation>
        </message>
        <message>
            <source>Where is the backup to lie?</source>
            <translation>Hvor skal sikkerhedskopien ligge?</translation>
        </message>
        <message>
            <source>The backup lies in {folder}. It is encrypted: only your passphrase opens it.</source>
            <translation>Sikkerhedskopien ligger i {folder}. Den er krypteret: Kun din adgangssætning åbner den.</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Close this notice</source>
            <translation>Luk beskeden</translation>
        </message>
    </context>
    <context>
        <name>BasisCard</name>
        <message>
            <source>Information basis and payment</source>
            <translation>Oplysninger og betaling</translation>
        </message>
        <message>
            <source>Decided on the existing basis</source>
            <translation>Afgøres på det foreliggende grundlag</translation>
        </message>
        <message>
            <source>Yes, if the citizen said no to information being obtained</source>
            <translation>Ja, hvis borgeren har sagt nej til, at vi henter oplysninger</translation>
        </message>
        <message>
            <source>What is missing in the basis</source>
            <translation>Hvad der mangler i grundlaget</translation>
        </message>
        <message>
            <source>What the citizen pays</source>
            <translation>Hvad borgeren selv betaler</translation>
        </message>
    </context>
    <context>
        <name>Binding</name>
        <message>
            <source>Who changed this?</source>
            <translation>Hvem har ændret det?</translation>
        </message>
    </context>
    <context>
        <name>CalendarPopup</name>
        <message>
            <source>Month before</source>
            <translation>Forrige måned</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Næste måned</translation>
        </message>
    </context>
    <context>
        <name>CapacityEditor</name>
        <message>
            <source>All</source>
            <translation>Alt</translation>
        </message>
        <message>
            <source>A part</source>
            <translation>En del</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Intet</translation>
        </message>
    </context>
    <context>
        <name>Carrying</name>
        <message>
            <source>When the program locked, the disk would not take the last text. It has been put back now and is saved.</source>
            <translation>Da programmet låste, kunne disken ikke tage imod den sidste tekst. Den er nu sat ind igen og gemt.</translation>
        </message>
        <message>
            <source>The disk still does not take the text from before the program locked. It is held in memory and is written when you leave the visit. Make room on the disk first.</source>
            <translation>Disken tager stadig ikke imod teksten fra før låsningen. Den holdes i hukommelsen og skrives, når du forlader besøget. Skaf først plads på disken.</translation>
        </message>
        <message>
            <source>Not saved before the program locked, because it could not be read: {what}</source>
            <translation>Ikke gemt, før programmet låste, fordi det ikke kunne læses: {what}</translation>
        </message>
        <message>
            <source>The citizen had begun to answer but had not saved when the program locked. Nothing of it was recorded. Turn the screen and ask again.</source>
            <translation>Borgeren var begyndt at svare, men havde ikke gemt, da programmet låste. Intet af det er noteret. Vend skærmen, og spørg igen.</translation>
        </message>
        <message>
            <source>Text from before the program locked could not be put back: it belongs to other data than what is open now.</source>
            <translation>Tekst fra før låsningen kunne ikke sættes ind igen: Den hører til andre data end dem, der er åbne nu.</translation>
        </message>
    </context>
    <context>
        <name>CatalogueCard</name>
        <message>
            <source>The catalogue</source>
            <translation>Kataloget</translation>
        </message>
        <message>
            <source>For example: {items}</source>
            <translation>For eksempel: {items}</translation>
        </message>
        <message>
            <source>Nothing in the catalogue has these words.</source>
            <translation>Kataloget har ingen ydelse med de ord.</translation>
        </message>
        <message>
            <source>Search in the catalogue</source>
            <translation>Søg i kataloget</translation>
        </message>
        <message>
            <source>{service} added</source>
            <translation>{service} tilføjet</translation>
        </message>
        <message>
            <source>{item} added</source>
            <translation>{item} tilføjet</translation>
        </message>
    </context>
    <context>
        <name>ChangeBars</name>
        <message>
            <source>What has changed since last time</source>
            <translation>Hvad der er ændret siden sidst</translation>
        </message>
    </context>
    <context>
        <name>ChangesCard</name>
        <message>
            <source>Since last time</source>
            <translation>Siden sidst</translation>
        </message>
        <message>
            <source>Go to the assessment</source>
            <translation>Gå til funktionsvurderingen</translation>
        </message>
        <message>
            <source>Grey: last time. Coloured: now. Further right means more help is needed.</source>
            <translation>Grå prik: sidst. Farvet prik: nu. Længere til højre betyder behov for mere hjælp.</translation>
        </message>
        <message>
            <source>Compared with {day}.</source>
            <translation>Sammenlignet med {day}.</translation>
        </message>
        <message>
            <source>There is no earlier visit in the case to compare with.</source>
            <translation>Der er intet tidligere besøg i sagen at sammenligne med.</translation>
        </message>
        <message>
            <source>The standard has no scale: write what has changed at each area.</source>
            <translation>Standarden har ingen skala. Skriv ved hvert område, hvad der er ændret.</translation>
        </message>
        <message>
            <source>Nothing is assessed yet.</source>
            <translation>Der er ikke vurderet noget endnu.</translation>
        </message>
        <message>
            <source>Easier than last time: {before} → {now}</source>
            <translation>Lettere end sidst: {before} → {now}</translation>
        </message>
        <message>
            <source>Harder than last time: {before} → {now}</source>
            <translation>Sværere end sidst: {before} → {now}</translation>
        </message>
        <message>
            <source>As last time: {now}</source>
            <translation>Som sidst: {now}</translation>
        </message>
        <message>
            <source>Not assessed last time, now {now}</source>
            <translation>Ikke vurderet sidst, nu {now}</translation>
        </message>
        <message>
            <source>Not assessed now, last time {before}</source>
            <translation>Ikke vurderet nu, sidst {before}</translation>
        </message>
        <message>
            <source>Cannot be compared: {before} in another scale, now {now}</source>
            <translation>Kan ikke sammenlignes: sidst {before} på en anden skala, nu {now}</translation>
        </message>
    </context>
    <context>
        <name>ChoicePart</name>
        <message>
            <source>Providers of the municipality's list</source>
            <translation>Leverandører på kommunens liste</translation>
        </message>
        <message>
            <source>Cancel the change</source>
            <translation>Fortryd skiftet</translation>
        </message>
        <message>
            <source>Cancel the change: {name}</source>
            <translation>Fortryd skiftet: {name}</translation>
        </message>
        <message>
            <source>Municipal</source>
            <translation>Kommunal</translation>
        </message>
        <message>
            <source>Private</source>
            <translation>Privat</translation>
        </message>
        <message>
            <source>Self-chosen helper</source>
            <translation>Selvvalgt hjælper</translation>
        </message>
        <message>
            <source>External with an agreement</source>
            <translation>Ekstern med aftale</translation>
        </message>
        <message>
            <source>Who carries out the help</source>
            <translation>Hvem udfører hjælpen</translation>
        </message>
        <message>
            <source>Name of the provider or helper</source>
            <translation>Leverandørens eller hjælperens navn</translation>
        </message>
        <message>
            <source>Seen in the register: {register}</source>
            <translation>Set på {register}</translation>
        </message>
        <message>
            <source>Change asked for on</source>
            <translation>Bedt om skift den</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Fra</translation>
        </message>
        <message>
            <source>In special cases a change may begin earlier. The reason is printed.</source>
            <translation>I særlige tilfælde kan et skift begynde før. Begrundelsen kommer med i brevet.</translation>
        </message>
        <message>
            <source>Reason for an earlier change</source>
            <translation>Begrundelse for et tidligere skift</translation>
        </message>
        <message>
            <source>Change of provider</source>
            <translation>Skift af leverandør</translation>
        </message>
        <message>
            <source>Choose from the list</source>
            <translation>Vælg fra listen</translation>
        </message>
        <message>
            <source>By the standard the new provider begins on {date} at the earliest.</source>
            <translation>Efter standarden begynder den nye leverandør tidligst {date}.</translation>
        </message>
    </context>
    <context>
        <name>CitizenTurn</name>
        <message>
            <source>Consent signed</source>
            <translation>Samtykke underskrevet</translation>
        </message>
    </context>
    <context>
        <name>CitizensPage</name>
        <message>
            <source>Name, CPR, address or phone</source>
            <translation>Navn, CPR, adresse eller telefon</translation>
        </message>
        <message>
            <source>Find a citizen</source>
            <translation>Find en borger</translation>
        </message>
        <message>
            <source>Citizens</source>
            <translation>Borgere</translation>
        </message>
        <message>
            <source>No citizens here</source>
            <translation>Ingen borgere her</translation>
        </message>
        <message>
            <source>Citizens come with the work list, or with the first visit you plan.</source>
            <translation>Borgere kommer med arbejdslisten eller med det første besøg, du planlægger.</translation>
        </message>
        <message>
            <source>Search at the municipality too …</source>
            <translation>Søg også hos kommunen …</translation>
        </message>
        <message>
            <source>Protected address</source>
            <translation>Beskyttet adresse</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>Besøg</translation>
        </message>
        <message>
            <source>No visits yet.</source>
            <translation>Ingen besøg endnu.</translation>
        </message>
        <message>
            <source>Plan a visit</source>
            <translation>Planlæg et besøg</translation>
        </message>
        <message>
            <source>CPR {cpr}</source>
            <translation>CPR {cpr}</translation>
        </message>
        <message>
            <source>{age} years</source>
            <translation>{age} år</translation>
        </message>
        <message>
            <source>New citizen and visit</source>
            <translation>Ny borger og besøg</translation>
        </message>
    </context>
    <context>
        <name>ComplaintRow</name>
        <message>
            <source>What the citizen complains of</source>
            <translation>Hvad borgeren klager over</translation>
        </message>
        <message>
            <source>The case was looked at again, and</source>
            <translation>Sagen er vurderet igen, og</translation>
        </message>
        <message>
            <source>Looked at again on</source>
            <translation>Vurderet igen den</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Hvorfor</translation>
        </message>
        <message>
            <source>Sent on to the appeals board on</source>
            <translation>Sendt videre til Ankestyrelsen den</translation>
        </message>
        <message>
            <source>The board's answer came on</source>
            <translation>Ankestyrelsens svar kom den</translation>
        </message>
        <message>
            <source>What the board answered</source>
            <translation>Hvad Ankestyrelsen svarede</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Modtaget den</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Klagen gælder</translation>
        </message>
        <message>
            <source>In writing</source>
            <translation>Skriftligt</translation>
        </message>
        <message>
            <source>Orally</source>
            <translation>Mundtligt</translation>
        </message>
        <message>
            <source>How it came</source>
            <translation>Klagen kom</translation>
        </message>
        <message>
            <source>An oral complaint is written down by us.</source>
            <translation>En mundtlig klage skriver vi ned.</translation>
        </message>
        <message>
            <source>Written down by</source>
            <translation>Skrevet ned af</translation>
        </message>
        <message>
            <source>Which decision</source>
            <translation>Hvilken afgørelse</translation>
        </message>
        <message>
            <source>Version {number}, {day}</source>
            <translation>Version {number}, {day}</translation>
        </message>
        <message>
            <source>The board answered on {day}.</source>
            <translation>Ankestyrelsen svarede {day}.</translation>
        </message>
        <message>
            <source>Sent on to the appeals board on {day}.</source>
            <translation>Sendt videre til Ankestyrelsen {day}.</translation>
        </message>
        <message>
            <source>{outcome}. To be sent on to the appeals board.</source>
            <translation>{outcome}. Klagen skal sendes videre til Ankestyrelsen.</translation>
        </message>
        <message>
            <source>To be looked at again by {day} at the latest.</source>
            <translation>Skal vurderes igen senest {day}.</translation>
        </message>
        <message>
            <source>It came after {day}, when the time to complain was over. Send it on all the same: the appeals board decides whether it is heard.</source>
            <translation>Klagen kom efter {day}, da klagefristen var udløbet. Send den videre alligevel: Ankestyrelsen afgør, om den bliver behandlet.</translation>
        </message>
        <message>
            <source>Complaint of the decision</source>
            <translation>Klage over afgørelsen</translation>
        </message>
        <message>
            <source>Complaint of how the case was handled</source>
            <translation>Klage over sagsbehandlingen</translation>
        </message>
        <message>
            <source>Complaint of the help as it is given</source>
            <translation>Klage over den udførte hjælp</translation>
        </message>
        <message>
            <source>Complaint of staff</source>
            <translation>Klage over personalet</translation>
        </message>
        <message>
            <source>A complaint</source>
            <translation>En klage</translation>
        </message>
        <message>
            <source>The decision</source>
            <translation>Afgørelsen</translation>
        </message>
        <message>
            <source>How the case was handled</source>
            <translation>Sagsbehandlingen</translation>
        </message>
        <message>
            <source>The help as it is given</source>
            <translation>Den udførte hjælp</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Personalet</translation>
        </message>
        <message>
            <source>The decision stands</source>
            <translation>Afgørelsen fastholdes</translation>
        </message>
        <message>
            <source>The decision is changed in part</source>
            <translation>Afgørelsen ændres delvist</translation>
        </message>
        <message>
            <source>The citizen is right</source>
            <translation>Borgeren får medhold</translation>
        </message>
        <message>
            <source>The complaint was withdrawn</source>
            <translation>Klagen er trukket tilbage</translation>
        </message>
    </context>
    <context>
        <name>ComplaintsCard</name>
        <message>
            <source>Complaints</source>
            <translation>Klager</translation>
        </message>
        <message>
            <source>No complaints noted.</source>
            <translation>Ingen klager noteret.</translation>
        </message>
        <message>
            <source>Add complaint</source>
            <translation>Tilføj klage</translation>
        </message>
    </context>
    <context>
        <name>ConsentForm</name>
        <message>
            <source>Turn the screen to the citizen</source>
            <translation>Vend skærmen mod borgeren</translation>
        </message>
    </context>
    <context>
        <name>ContactCard</name>
        <message>
            <source>Who helps</source>
            <translation>Hvem hjælper</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Relation to the citizen</source>
            <translation>Relation til borgeren</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>Is present at the visit</source>
            <translation>Er med ved besøget</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Gets the letters in the case</source>
            <translation>Får brevene i sagen</translation>
        </message>
        <message>
            <source>With what, and when: the help is planned together with it</source>
            <translation>Med hvad og hvornår: hjælpen planlægges sammen med den</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Bemærkning</translation>
        </message>
        <message>
            <source>Relative</source>
            <translation>Pårørende</translation>
        </message>
        <message>
            <source>Companion</source>
            <translation>Bisidder</translation>
        </message>
        <message>
            <source>Party representative</source>
            <translation>Partsrepræsentant</translation>
        </message>
        <message>
            <source>Guardian</source>
            <translation>Værge</translation>
        </message>
        <message>
            <source>General practitioner</source>
            <translation>Egen læge</translation>
        </message>
        <message>
            <source>Other help in the home</source>
            <translation>Anden hjælp i hjemmet</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
    </context>
    <context>
        <name>ContactsList</name>
        <message>
            <source>Nobody is recorded around the citizen</source>
            <translation>Der er ikke noteret nogen omkring borgeren</translation>
        </message>
        <message>
            <source>Relatives are told about the case only with the citizen's consent.</source>
            <translation>Pårørende får kun noget at vide om sagen, når borgeren har sagt ja til det.</translation>
        </message>
        <message>
            <source>Add: {role}</source>
            <translation>Tilføj: {role}</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>d/m-yyyy</source>
            <translation>dd/mm-åååå</translation>
        </message>
        <message>
            <source>Choose {name} in a calendar</source>
            <translation>Vælg {name} i en kalender</translation>
        </message>
        <message>
            <source>There is no such date. Write it as 23/11-2026.</source>
            <translation>Den dato findes ikke. Skriv den som 23/11-2026.</translation>
        </message>
    </context>
    <context>
        <name>DayPage</name>
        <message>
            <source>No visits on this day</source>
            <translation>Ingen besøg denne dag</translation>
        </message>
        <message>
            <source>Plan a visit, or import the work list from your calendar system.</source>
            <translation>Planlæg et besøg, eller indlæs arbejdslisten fra jeres kalendersystem.</translation>
        </message>
        <message>
            <source>Plan a visit</source>
            <translation>Planlæg et besøg</translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n besøg</numerusform>
                <numerusform>%n besøg</numerusform>
            </translation>
        </message>
        <message>
            <source>Deadlines of the next 14 days</source>
            <translation>Frister de næste 14 dage</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>Dagen før</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>Dagen efter</translation>
        </message>
        <message>
            <source>The visits of the day</source>
            <translation>Dagens besøg</translation>
        </message>
        <message>
            <source>Import a work list</source>
            <translation>Indlæs arbejdsliste</translation>
        </message>
    </context>
    <context>
        <name>DeadlineLine</name>
        <message numerus="yes">
            <source>Deadlines of the next %n day(s)</source>
            <translation>
                <numerusform>Frister den næste dag</numerusform>
                <numerusform>Frister de næste %n dage</numerusform>
            </translation>
        </message>
        <message>
            <source>No deadlines</source>
            <translation>Ingen frister</translation>
        </message>
    </context>
    <context>
        <name>DeadlinesPart</name>
        <message>
            <source>Deadlines that follow</source>
            <translation>Frister</translation>
        </message>
        <message>
            <source>They are shown when it is known when the request came and what is applied for.</source>
            <translation>De vises, når du har skrevet, hvornår henvendelsen kom, og hvad der søges om.</translation>
        </message>
        <message>
            <source>The standard has no deadlines that run from the request.</source>
            <translation>Standarden har ingen frister, der løber fra henvendelsen.</translation>
        </message>
        <message>
            <source>Met</source>
            <translation>Overholdt</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) over</source>
            <translation>
                <numerusform>%n dag over</numerusform>
                <numerusform>%n dage over</numerusform>
            </translation>
        </message>
        <message>
            <source>Today</source>
            <translation>I dag</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n dag tilbage</numerusform>
                <numerusform>%n dage tilbage</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DecisionLock</name>
        <message>
            <source>The decision is being locked: its documents are made …</source>
            <translation>Afgørelsen låses: dokumenterne bliver lavet …</translation>
        </message>
        <message>
            <source>The decision is signed and locked.</source>
            <translation>Afgørelsen er underskrevet og låst.</translation>
        </message>
    </context>
    <context>
        <name>DecisionPreview</name>
        <message>
            <source>The whole package</source>
            <translation>Hele pakken</translation>
        </message>
        <message>
            <source>What the preview shows</source>
            <translation>Det, der vises</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Udskriv</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Gem som</translation>
        </message>
    </context>
    <context>
        <name>DeliverPart</name>
        <message>
            <source>How the decision is delivered</source>
            <translation>Sådan får borgeren afgørelsen</translation>
        </message>
        <message>
            <source>Sent or handed over on</source>
            <translation>Sendt eller udleveret den</translation>
        </message>
        <message>
            <source>Record delivery</source>
            <translation>Registrér levering</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>Modtager</translation>
        </message>
        <message>
            <source>Delivery recorded</source>
            <translation>Levering registreret</translation>
        </message>
        <message>
            <source>This delivery is recorded already. Nothing was recorded again.</source>
            <translation>Leveringen er allerede registreret. Der er ikke registreret mere.</translation>
        </message>
    </context>
    <context>
        <name>Disclosure</name>
        <message>
            <source>Hide details</source>
            <translation>Skjul detaljer</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>Vis detaljer</translation>
        </message>
    </context>
    <context>
        <name>DisputeCard</name>
        <message>
            <source>{field} (another visit)</source>
            <translation>{field} (et andet besøg)</translation>
        </message>
        <message>
            <source>Write something else in the field</source>
            <translation>Skriv noget tredje i feltet</translation>
        </message>
        <message>
            <source>Removed by one and changed by another: {field}</source>
            <translation>Fjernet af den ene og ændret af den anden: {field}</translation>
        </message>
        <message>
            <source>Written differently: {field}</source>
            <translation>Skrevet forskelligt: {field}</translation>
        </message>
        <message>
            <source>The field counts as empty until you choose. It can wait, but a decision that it concerns cannot be locked before.</source>
            <translation>Feltet regnes for tomt, indtil du har valgt. Det kan godt vente, men en afgørelse, som det har betydning for, kan først underskrives, når du har valgt.</translation>
        </message>
        <message>
            <source>Underlined was added and struck through was removed since both had the same text.</source>
            <translation>Understreget er tilføjet, og overstreget er fjernet, siden teksten sidst var den samme.</translation>
        </message>
        <message>
            <source>Underlined stands only there.</source>
            <translation>Det understregede står kun det ene sted.</translation>
        </message>
    </context>
    <context>
        <name>DisputesDialog</name>
        <message>
            <source>Written differently</source>
            <translation>Skrevet forskelligt</translation>
        </message>
        <message>
            <source>Where two have written the same field, both are kept and shown here.</source>
            <translation>Når to har skrevet i det samme felt, gemmes begge dele, og de vises her.</translation>
        </message>
        <message>
            <source>Nothing is written differently</source>
            <translation>Intet er skrevet forskelligt</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Borger uden navn</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Ukendt</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Vælg …</translation>
        </message>
        <message>
            <source>Choose for {citizen}: {part}</source>
            <translation>Vælg for {citizen}: {part}</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>Ikke oplyst</translation>
        </message>
    </context>
    <context>
        <name>DocumentWindow</name>
        <message>
            <source>The document as it will be printed</source>
            <translation>Dokumentet, som det bliver trykt</translation>
        </message>
        <message>
            <source>The document is being made …</source>
            <translation>Dokumentet bliver lavet …</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Udskriv</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Gem som</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>Due</name>
        <message>
            <source>Follow-ups and visits</source>
            <translation>Opfølgninger og besøg</translation>
        </message>
        <message>
            <source>Status reports</source>
            <translation>Statusnotater</translation>
        </message>
        <message>
            <source>The home as a workplace</source>
            <translation>Hjemmet som arbejdsplads</translation>
        </message>
        <message>
            <source>Start of help</source>
            <translation>Hjælpens start</translation>
        </message>
        <message>
            <source>Answers to requests</source>
            <translation>Svar på henvendelser</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>Klager</translation>
        </message>
        <message>
            <source>Consents</source>
            <translation>Samtykker</translation>
        </message>
        <message>
            <source>Birthdays with a choice</source>
            <translation>Fødselsdage med et valg</translation>
        </message>
    </context>
    <context>
        <name>DueCard</name>
        <message>
            <source>Open the visit</source>
            <translation>Åbn besøget</translation>
        </message>
        <message>
            <source>Plan a follow-up visit</source>
            <translation>Planlæg opfølgning</translation>
        </message>
        <message>
            <source>Mark as done</source>
            <translation>Markér som gjort</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Borger uden navn</translation>
        </message>
        <message>
            <source>Section {ref} of the standard</source>
            <translation>Standardens afsnit {ref}</translation>
        </message>
        <message>
            <source>A visit is planned for {day}.</source>
            <translation>Der er planlagt et besøg {day}.</translation>
        </message>
    </context>
    <context>
        <name>DueList</name>
        <message>
            <source>Overdue</source>
            <translation>Overskredet</translation>
        </message>
        <message>
            <source>The next 7 days</source>
            <translation>De næste 7 dage</translation>
        </message>
        <message>
            <source>The next 30 days</source>
            <translation>De næste 30 dage</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Senere</translation>
        </message>
    </context>
    <context>
        <name>EnclosuresCard</name>
        <message>
            <source>Enclosures in the package</source>
            <translation>Bilag i pakken</translation>
        </message>
        <message>
            <source>{title} (not ready)</source>
            <translation>{title} (ikke klar)</translation>
        </message>
    </context>
    <context>
        <name>EnrolForm</name>
        <message>
            <source>Enrol the computer</source>
            <translation>Tilmeld computeren</translation>
        </message>
        <message>
            <source>Sign in with the municipality's login</source>
            <translation>Log ind med kommunens login</translation>
        </message>
        <message>
            <source>Sign in in the browser. It goes on here by itself.</source>
            <translation>Log ind i browseren. Derefter går det videre her af sig selv.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Afbryd</translation>
        </message>
        <message>
            <source>The server's address</source>
            <translation>Serverens adresse</translation>
        </message>
        <message>
            <source>One-time code</source>
            <translation>Engangskode</translation>
        </message>
        <message>
            <source>Your password there</source>
            <translation>Din adgangskode til serveren</translation>
        </message>
        <message>
            <source>You get the code from the administrator; it is good for one computer.</source>
            <translation>Koden får du af administratoren. Den gælder til én computer.</translation>
        </message>
        <message>
            <source>Use the municipality's login</source>
            <translation>Brug kommunens login</translation>
        </message>
        <message>
            <source>Use a password instead</source>
            <translation>Brug en adgangskode i stedet</translation>
        </message>
    </context>
    <context>
        <name>ExtentField</name>
        <message>
            <source>{name}: how often</source>
            <translation>{name}: hvor ofte</translation>
        </message>
        <message>
            <source>{name}: times</source>
            <translation>{name}: antal gange</translation>
        </message>
        <message>
            <source>{name}: at most, if it varies</source>
            <translation>{name}: højst, hvis det varierer</translation>
        </message>
        <message>
            <source>{name}: in each span of</source>
            <translation>{name}: længden af perioden</translation>
        </message>
        <message>
            <source>to</source>
            <translation>til</translation>
        </message>
        <message>
            <source>times in</source>
            <translation>gange på</translation>
        </message>
        <message>
            <source>Not stated</source>
            <translation>Ikke angivet</translation>
        </message>
        <message>
            <source>day(s)</source>
            <translation>dag(e)</translation>
        </message>
        <message>
            <source>week(s)</source>
            <translation>uge(r)</translation>
        </message>
        <message>
            <source>month(s)</source>
            <translation>måned(er)</translation>
        </message>
        <message>
            <source>year(s)</source>
            <translation>år</translation>
        </message>
        <message>
            <source>once only</source>
            <translation>én gang</translation>
        </message>
        <message>
            <source>as needed</source>
            <translation>efter behov</translation>
        </message>
    </context>
    <context>
        <name>FieldNames</name>
        <message>
            <source>It is removed</source>
            <translation>Den er fjernet</translation>
        </message>
        <message>
            <source>It is kept</source>
            <translation>Den bliver stående</translation>
        </message>
    </context>
    <context>
        <name>FindingCard</name>
        <message>
            <source>Your reason</source>
            <translation>Din begrundelse</translation>
        </message>
        <message>
            <source>It is printed in the letter.</source>
            <translation>Den står i brevet til borgeren.</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>Gå til</translation>
        </message>
        <message>
            <source>Your reason: {title}</source>
            <translation>Din begrundelse: {title}</translation>
        </message>
        <message>
            <source>Go there: {title}</source>
            <translation>Gå til: {title}</translation>
        </message>
        <message>
            <source>Reason given</source>
            <translation>Begrundet</translation>
        </message>
        <message>
            <source>Reason is missing</source>
            <translation>Begrundelse mangler</translation>
        </message>
    </context>
    <context>
        <name>FirstRunWindow</name>
        <message>
            <source>Welcome to Hjemmebesøg</source>
            <translation>Velkommen til Hjemmebesøg</translation>
        </message>
        <message>
            <source>Your name, title and unit stand under the decisions you make.</source>
            <translation>Dit navn, din titel og din enhed står under de afgørelser, du træffer.</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Ikke valgt</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Dit navn</translation>
        </message>
        <message>
            <source>Municipality</source>
            <translation>Kommune</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhed</translation>
        </message>
        <message>
            <source>Passphrase (at least 12 characters)</source>
            <translation>Adgangssætning (mindst 12 tegn)</translation>
        </message>
        <message>
            <source>The passphrase once more</source>
            <translation>Adgangssætningen en gang til</translation>
        </message>
        <message>
            <source>Choose a sentence that you remember. Nobody can read your data without it, and it cannot be sent to you again.</source>
            <translation>Vælg en sætning, du kan huske. Ingen kan læse dine data uden den, og den kan ikke sendes til dig igen.</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Kom i gang</translation>
        </message>
        <message>
            <source>Write your name. It stands under the decisions you make.</source>
            <translation>Skriv dit navn. Det står under de afgørelser, du træffer.</translation>
        </message>
        <message>
            <source>The passphrase must have at least 12 characters.</source>
            <translation>Adgangssætningen skal have mindst 12 tegn.</translation>
        </message>
        <message>
            <source>The two passphrases are not the same. Write the second one again.</source>
            <translation>De to adgangssætninger er ikke ens. Skriv den anden igen.</translation>
        </message>
    </context>
    <context>
        <name>FoldedText</name>
        <message>
            <source>Write here …</source>
            <translation>Skriv her …</translation>
        </message>
    </context>
    <context>
        <name>FollowUpPage</name>
        <message>
            <source>Counting …</source>
            <translation>Tæller op …</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Alt</translation>
        </message>
        <message>
            <source>Show only</source>
            <translation>Vis kun</translation>
        </message>
        <message>
            <source>Nothing is due</source>
            <translation>Der er ikke noget at følge op på</translation>
        </message>
        <message>
            <source>What is agreed in your cases comes here by itself, with its day.</source>
            <translation>Det, der er aftalt i sagerne, kommer her af sig selv med sin dag.</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) due</source>
            <translation>
                <numerusform>%n punkt</numerusform>
                <numerusform>%n punkter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overskredet</numerusform>
                <numerusform>%n overskredet</numerusform>
            </translation>
        </message>
        <message>
            <source>Done: {what}</source>
            <translation>Gjort: {what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Fortryd</translation>
        </message>
        <message>
            <source>What is due</source>
            <translation>Det, der skal følges op på</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Opfølgning</translation>
        </message>
    </context>
    <context>
        <name>GoalCard</name>
        <message>
            <source>The goal</source>
            <translation>Målet</translation>
        </message>
        <message>
            <source>For example: I take a bath by myself.</source>
            <translation>For eksempel: Jeg tager selv bad.</translation>
        </message>
        <message>
            <source>For example: twice a week, four weeks running, without support.</source>
            <translation>For eksempel: to gange om ugen, fire uger i træk, uden støtte.</translation>
        </message>
        <message>
            <source>How it is seen that it is reached</source>
            <translation>Sådan kan vi se, at det er nået</translation>
        </message>
        <message>
            <source>To be reached by</source>
            <translation>Skal være nået senest</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>Områder</translation>
        </message>
        <message>
            <source>Services that are to support it</source>
            <translation>Ydelser, der skal støtte det</translation>
        </message>
        <message>
            <source>Worked towards</source>
            <translation>Arbejdes der på</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>Nået</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Ændret</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>Opgivet</translation>
        </message>
    </context>
    <context>
        <name>GoalRow</name>
        <message>
            <source>How it went</source>
            <translation>Hvordan det gik</translation>
        </message>
        <message>
            <source>A goal without words</source>
            <translation>Et mål uden tekst</translation>
        </message>
        <message>
            <source>Goes on</source>
            <translation>Fortsætter</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>Nået</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Ændret</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>Opgivet</translation>
        </message>
    </context>
    <context>
        <name>GoalsCard</name>
        <message>
            <source>The goals</source>
            <translation>Målene</translation>
        </message>
        <message>
            <source>No goals are set in the case.</source>
            <translation>Der er ikke sat mål i sagen.</translation>
        </message>
        <message>
            <source>What helped, what stood in the way, what the goal should be now.</source>
            <translation>Hvad hjalp, hvad stod i vejen, og hvad skal målet være nu?</translation>
        </message>
        <message>
            <source>About the goals</source>
            <translation>Om målene</translation>
        </message>
    </context>
    <context>
        <name>GoalsForm</name>
        <message>
            <source>A good goal</source>
            <translation>Et godt mål</translation>
        </message>
        <message>
            <source>Concrete: says what the citizen does, not what help is given.</source>
            <translation>Er konkret: det siger, hvad borgeren gør, ikke hvilken hjælp der gives.</translation>
        </message>
        <message>
            <source>Measurable: both of you can see on a day whether it is reached.</source>
            <translation>Kan måles: I kan begge se, om det er nået.</translation>
        </message>
        <message>
            <source>The citizen's own: said in words that the citizen would use.</source>
            <translation>Er borgerens eget: skrevet, som borgeren ville sige det.</translation>
        </message>
    </context>
    <context>
        <name>GoalsList</name>
        <message>
            <source>No goals yet</source>
            <translation>Ingen mål endnu</translation>
        </message>
        <message>
            <source>Ask what should be different in three or six months, and who will see it.</source>
            <translation>Spørg, hvad der skal være anderledes om tre eller seks måneder, og hvem der vil mærke det.</translation>
        </message>
        <message>
            <source>Add goal</source>
            <translation>Tilføj mål</translation>
        </message>
        <message>
            <source>Goal {number}</source>
            <translation>Mål {number}</translation>
        </message>
    </context>
    <context>
        <name>GrantCard</name>
        <message>
            <source>Remove</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Remove: {name}</source>
            <translation>Fjern: {name}</translation>
        </message>
    </context>
    <context>
        <name>GrantDetails</name>
        <message>
            <source>Visits of its own</source>
            <translation>Egne besøg</translation>
        </message>
        <message>
            <source>Not linked</source>
            <translation>Ikke knyttet til noget</translation>
        </message>
        <message>
            <source>What the standard says</source>
            <translation>Hvad standarden siger</translation>
        </message>
        <message>
            <source>Hide what the standard says</source>
            <translation>Skjul, hvad standarden siger</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>Pakke</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Opgaver</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>Hvor ofte</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Hvor</translation>
        </message>
        <message>
            <source>Time of day</source>
            <translation>Tid på dagen</translation>
        </message>
        <message>
            <source>Weekdays</source>
            <translation>Ugedage</translation>
        </message>
        <message>
            <source>Time of one visit</source>
            <translation>Tid pr. besøg</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>minutter</translation>
        </message>
        <message>
            <source>In the same visit as</source>
            <translation>I samme besøg som</translation>
        </message>
        <message>
            <source>Starts on</source>
            <translation>Begynder den</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Slutter</translation>
        </message>
        <message>
            <source>Purpose of the help</source>
            <translation>Formål med hjælpen</translation>
        </message>
        <message>
            <source>Why this help, to this extent</source>
            <translation>Hvorfor netop denne hjælp i dette omfang</translation>
        </message>
        <message>
            <source>The citizen pays</source>
            <translation>Borgeren betaler selv</translation>
        </message>
        <message>
            <source>Answers what is applied for</source>
            <translation>Gælder det, der er søgt om</translation>
        </message>
    </context>
    <context>
        <name>GroundsCard</name>
        <message>
            <source>Grounds</source>
            <translation>Grundlag</translation>
        </message>
        <message>
            <source>Gather what is recorded</source>
            <translation>Saml det, der er noteret</translation>
        </message>
        <message>
            <source>Puts levels and notes into the text as a draft to edit</source>
            <translation>Sætter niveauer og noter ind i teksten som et udkast, du retter til</translation>
        </message>
        <message>
            <source>The decision is</source>
            <translation>Afgørelsen er</translation>
        </message>
        <message>
            <source>Only what weighed in this case. Write to the citizen: you.</source>
            <translation>Kun det, der har betydning i denne sag. Skriv »du« til borgeren.</translation>
        </message>
        <message>
            <source>Facts that weighed</source>
            <translation>Oplysninger, vi har lagt vægt på</translation>
        </message>
        <message>
            <source>The citizen's own views</source>
            <translation>Borgerens egne synspunkter</translation>
        </message>
        <message>
            <source>How the views were weighed</source>
            <translation>Sådan har vi brugt synspunkterne</translation>
        </message>
        <message>
            <source>Main considerations</source>
            <translation>Hovedhensyn</translation>
        </message>
        <message>
            <source>First</source>
            <translation>Første</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ændring</translation>
        </message>
        <message>
            <source>Reduction</source>
            <translation>Nedsættelse</translation>
        </message>
        <message>
            <source>End</source>
            <translation>Ophør</translation>
        </message>
    </context>
    <context>
        <name>GroupCard</name>
        <message numerus="yes">
            <source>Show %n area(s)</source>
            <translation>
                <numerusform>Vis %n område</numerusform>
                <numerusform>Vis %n områder</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupNeeds</name>
        <message>
            <source>Something else</source>
            <translation>Noget andet</translation>
        </message>
    </context>
    <context>
        <name>HearingCard</name>
        <message>
            <source>Party hearing</source>
            <translation>Partshøring</translation>
        </message>
        <message>
            <source>List what others have told. What the citizen does not know of, what weighs against the citizen and matters for the decision, the citizen must see first.</source>
            <translation>Skriv, hvad andre har oplyst. Ved borgeren ikke, at vi har en oplysning, taler den imod borgeren, og betyder den noget for afgørelsen, skal borgeren se den først.</translation>
        </message>
        <message>
            <source>Add a source</source>
            <translation>Tilføj en kilde</translation>
        </message>
    </context>
    <context>
        <name>HearingLine</name>
        <message>
            <source>Show the letter</source>
            <translation>Vis brevet</translation>
        </message>
        <message>
            <source>Go to the hearing</source>
            <translation>Gå til høringen</translation>
        </message>
        <message>
            <source>a source without a name</source>
            <translation>en kilde uden navn</translation>
        </message>
        <message>
            <source>Show the letter: {name}</source>
            <translation>Vis brevet: {name}</translation>
        </message>
        <message>
            <source>Go to the hearing: {name}</source>
            <translation>Gå til høringen: {name}</translation>
        </message>
        <message>
            <source>Not sent to the citizen yet.</source>
            <translation>Endnu ikke sendt til borgeren.</translation>
        </message>
        <message>
            <source>Sent on {day}; the citizen has replied.</source>
            <translation>Sendt {day}. Borgeren har svaret.</translation>
        </message>
        <message>
            <source>Sent on {day}; no reply is noted.</source>
            <translation>Sendt {day}. Der er ikke noteret et svar.</translation>
        </message>
    </context>
    <context>
        <name>HearingsCard</name>
        <message>
            <source>Letters of the party hearing</source>
            <translation>Breve om partshøring</translation>
        </message>
    </context>
    <context>
        <name>HistoryDialog</name>
        <message>
            <source>Who changed this?</source>
            <translation>Hvem har ændret det?</translation>
        </message>
        <message>
            <source>Nothing has been written here yet</source>
            <translation>Her er ikke skrevet noget endnu</translation>
        </message>
        <message>
            <source>The history begins with the first change.</source>
            <translation>Historikken begynder med den første ændring.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} kl. {time}</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Ukendt</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Nu</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Før</translation>
        </message>
        <message>
            <source>Erased</source>
            <translation>Slettet</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>Ikke noteret</translation>
        </message>
    </context>
    <context>
        <name>HouseholdForm</name>
        <message>
            <source>Household</source>
            <translation>Husstand</translation>
        </message>
        <message>
            <source>Around the citizen</source>
            <translation>Omkring borgeren</translation>
        </message>
    </context>
    <context>
        <name>HubSearchDialog</name>
        <message>
            <source>Search at the municipality</source>
            <translation>Søg hos kommunen</translation>
        </message>
        <message>
            <source>Name, or the whole CPR number</source>
            <translation>Navn eller hele CPR-nummeret</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Søg</translation>
        </message>
        <message>
            <source>Found at the municipality</source>
            <translation>Fundet hos kommunen</translation>
        </message>
        <message>
            <source>For example: She called about her help today</source>
            <translation>For eksempel: Hun ringede i dag om sin hjælp</translation>
        </message>
        <message>
            <source>Fetch and open</source>
            <translation>Hent og åbn</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>Whom are you looking for?</source>
            <translation>Hvem leder du efter?</translation>
        </message>
        <message>
            <source>The municipality notes who searched for whom, and who opened which case.</source>
            <translation>Kommunen noterer, hvem der har søgt efter hvem, og hvem der har åbnet hvilken sag.</translation>
        </message>
        <message>
            <source>Why do you need the case?</source>
            <translation>Hvorfor har du brug for sagen?</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Åbn</translation>
        </message>
        <message>
            <source>Searching at the municipality …</source>
            <translation>Søger hos kommunen …</translation>
        </message>
        <message>
            <source>Fetching the case …</source>
            <translation>Henter sagen …</translation>
        </message>
        <message>
            <source>case {number}</source>
            <translation>sag {number}</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>på denne computer</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Borger uden navn</translation>
        </message>
        <message>
            <source>Nobody was found in the cases of your teams. Write the beginning of each name, or the whole CPR number. Another team may have the case: ask your team leader.</source>
            <translation>Der er ikke fundet nogen i de sager, dine teams har. Skriv begyndelsen af hvert navn eller hele CPR-nummeret. Et andet team kan have sagen: Spørg din teamleder.</translation>
        </message>
    </context>
    <context>
        <name>IdentityPart</name>
        <message>
            <source>Citizen</source>
            <translation>Borger</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Birth date</source>
            <translation>Fødselsdato</translation>
        </message>
        <message>
            <source>ddmmyy-nnnn</source>
            <translation>ddmmåå-nnnn</translation>
        </message>
        <message>
            <source>CPR number</source>
            <translation>CPR-nummer</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Work lists (*.csv *.ics *.txt)</source>
            <translation>Arbejdslister (*.csv *.ics *.txt)</translation>
        </message>
        <message>
            <source>The work list</source>
            <translation>Arbejdslisten</translation>
        </message>
        <message>
            <source>Import a work list</source>
            <translation>Indlæs arbejdsliste</translation>
        </message>
        <message>
            <source>Nothing was imported</source>
            <translation>Der er ikke indlæst noget</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s) planned</source>
            <translation>
                <numerusform>%n besøg er planlagt</numerusform>
                <numerusform>%n besøg er planlagt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s) were already here</source>
            <translation>
                <numerusform>%n besøg lå her allerede</numerusform>
                <numerusform>%n besøg lå her allerede</numerusform>
            </translation>
        </message>
        <message>
            <source>Every line was read.</source>
            <translation>Alle linjer er læst.</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) left out</source>
            <translation>
                <numerusform>%n linje er udeladt</numerusform>
                <numerusform>%n linjer er udeladt</numerusform>
            </translation>
        </message>
        <message>
            <source>Correct the lines and import again: nothing is added twice.</source>
            <translation>Ret linjerne, og indlæs igen. Intet kommer med to gange.</translation>
        </message>
    </context>
    <context>
        <name>InkPad</name>
        <message>
            <source>Field for a signature</source>
            <translation>Underskriftsfelt</translation>
        </message>
        <message>
            <source>Empty. Sign with pen, finger or mouse.</source>
            <translation>Tomt. Skriv under med pen, finger eller mus.</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Underskrevet</translation>
        </message>
    </context>
    <context>
        <name>InterpreterEditor</name>
        <message>
            <source>Spoken language</source>
            <translation>Talesprog</translation>
        </message>
        <message>
            <source>Sign language</source>
            <translation>Tegnsprog</translation>
        </message>
        <message>
            <source>Kind of interpreter</source>
            <translation>Slags tolk</translation>
        </message>
    </context>
    <context>
        <name>IssuedCard</name>
        <message>
            <source>Digital Post</source>
            <translation>Digital Post</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Brev</translation>
        </message>
        <message>
            <source>Quick letter</source>
            <translation>Quickbrev</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Udleveret</translation>
        </message>
        <message>
            <source>The decision is locked</source>
            <translation>Afgørelsen er låst</translation>
        </message>
        <message>
            <source>Print the decision</source>
            <translation>Udskriv afgørelsen</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Gem som PDF</translation>
        </message>
        <message>
            <source>Not sent yet.</source>
            <translation>Ikke sendt endnu.</translation>
        </message>
        <message>
            <source>Made ready for Digital Post on {date}, not sent yet.</source>
            <translation>Lagt klar til Digital Post {date}, ikke sendt endnu.</translation>
        </message>
        <message>
            <source>Version {number}: signed by {who} on {date} at {time}.</source>
            <translation>Version {number}: underskrevet af {who} den {date} kl. {time}.</translation>
        </message>
        <message>
            <source>Printed on {date}, not sent yet.</source>
            <translation>Udskrevet {date}, ikke sendt endnu.</translation>
        </message>
        <message>
            <source>{way} to {receiver} on {date}.</source>
            <translation>{way} til {receiver} den {date}.</translation>
        </message>
        <message>
            <source>Counts as received {receipt}; a complaint must be in by {last}.</source>
            <translation>Regnes for modtaget {receipt}. En klage skal være modtaget senest {last}.</translation>
        </message>
    </context>
    <context>
        <name>ItemButton</name>
        <message>
            <source>Add {item} to {service}</source>
            <translation>Tilføj {item} til {service}</translation>
        </message>
    </context>
    <context>
        <name>Keeping</name>
        <message>
            <source>{why} What you are writing is on the screen and in the program's memory. The program keeps trying to save it. Do not close it before it says that the text is saved.</source>
            <translation>{why} Det, du skriver, står på skærmen og i programmets hukommelse. Programmet prøver hele tiden at gemme det. Luk det ikke, før der står, at teksten er gemt.</translation>
        </message>
        <message>
            <source>What you have written is saved now.</source>
            <translation>Det, du har skrevet, er gemt nu.</translation>
        </message>
    </context>
    <context>
        <name>KeyringCard</name>
        <message>
            <source>The computer's keyring</source>
            <translation>Computerens nøglering</translation>
        </message>
        <message>
            <source>Whoever is logged in to this computer as you can then unlock without the passphrase. The passphrase keeps working.</source>
            <translation>Den, der er logget ind på computeren som dig, kan så låse op uden adgangssætningen. Adgangssætningen virker stadig.</translation>
        </message>
        <message>
            <source>Forget on this computer</source>
            <translation>Glem på denne computer</translation>
        </message>
        <message>
            <source>Remember on this computer</source>
            <translation>Husk på denne computer</translation>
        </message>
        <message>
            <source>The keyring opens no more.</source>
            <translation>Nøgleringen låser ikke længere op.</translation>
        </message>
        <message>
            <source>The keyring can unlock from the next time.</source>
            <translation>Nøgleringen kan låse op fra næste gang.</translation>
        </message>
    </context>
    <context>
        <name>LegalBasisPart</name>
        <message>
            <source>Legal basis</source>
            <translation>Lovgrundlag</translation>
        </message>
        <message>
            <source>The case follows</source>
            <translation>Sagen følger</translation>
        </message>
        <message>
            <source>Show the letter about the other act</source>
            <translation>Vis brevet om den anden lov</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Hvorfor</translation>
        </message>
        <message>
            <source>Above all when age points to the other act</source>
            <translation>Især når alderen peger på den anden lov</translation>
        </message>
        <message>
            <source>Proposal by age: {act}. Choose it</source>
            <translation>Forslag efter alder: {act}. Vælg det</translation>
        </message>
        <message>
            <source>The act that the age points to is shown when the birth date is known.</source>
            <translation>Når fødselsdatoen er skrevet, står det her, hvilken lov alderen peger på.</translation>
        </message>
        <message>
            <source>The citizen reached pension age on {day}.</source>
            <translation>Borgeren nåede folkepensionsalderen den {day}.</translation>
        </message>
        <message>
            <source>The citizen reaches pension age on {day}.</source>
            <translation>Borgeren når folkepensionsalderen den {day}.</translation>
        </message>
        <message>
            <source>Services Act</source>
            <translation>Serviceloven</translation>
        </message>
        <message>
            <source>Not clear yet</source>
            <translation>Skal vurderes</translation>
        </message>
        <message>
            <source>Elder Care Act</source>
            <translation>Ældreloven</translation>
        </message>
    </context>
    <context>
        <name>LetterCard</name>
        <message>
            <source>Make ready for Digital Post …</source>
            <translation>Læg klar til Digital Post …</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>Udskriv …</translation>
        </message>
        <message>
            <source>Sent or handed over on</source>
            <translation>Sendt eller udleveret den</translation>
        </message>
        <message>
            <source>Record as sent</source>
            <translation>Registrér som sendt</translation>
        </message>
        <message>
            <source>Open the visit</source>
            <translation>Åbn besøget</translation>
        </message>
        <message>
            <source>How the decision is delivered</source>
            <translation>Sådan får borgeren afgørelsen</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Borger uden navn</translation>
        </message>
        <message>
            <source>Make ready again …</source>
            <translation>Læg klar igen …</translation>
        </message>
        <message>
            <source>Print again …</source>
            <translation>Udskriv igen …</translation>
        </message>
        <message>
            <source>To: {name}</source>
            <translation>Til: {name}</translation>
        </message>
        <message>
            <source>Decided by: {name}</source>
            <translation>Afgjort af: {name}</translation>
        </message>
        <message>
            <source>Signed by: {name}</source>
            <translation>Underskrevet af: {name}</translation>
        </message>
        <message>
            <source>Copy to: {names}</source>
            <translation>Kopi til: {names}</translation>
        </message>
        <message>
            <source>Counts as received {receipt}; a complaint must be in by {last}.</source>
            <translation>Regnes for modtaget {receipt}. En klage skal være fremme senest {last}.</translation>
        </message>
    </context>
    <context>
        <name>LetterWindow</name>
        <message>
            <source>The letter as it will be sent</source>
            <translation>Brevet, som det bliver sendt</translation>
        </message>
        <message>
            <source>Finish the letter</source>
            <translation>Gør brevet færdigt</translation>
        </message>
        <message>
            <source>Make it anew from the case</source>
            <translation>Lav brevet på ny</translation>
        </message>
        <message>
            <source>When you finish the letter, it is kept as it stands here and is put under Letters, where you send it.</source>
            <translation>Når du gør brevet færdigt, gemmes det, som det står her, og lægges under Breve. Der sender du det.</translation>
        </message>
        <message>
            <source>Finished on {day} and kept as it stands here. You send it from Letters.</source>
            <translation>Gjort færdigt {day} og gemt, som det står her. Du sender det under Breve.</translation>
        </message>
    </context>
    <context>
        <name>Letters</name>
        <message>
            <source>The citizen is exempt from Digital Post.</source>
            <translation>Borgeren er fritaget for Digital Post.</translation>
        </message>
        <message>
            <source>The citizen's representative gets the letters, by post.</source>
            <translation>Borgerens repræsentant får brevene med posten.</translation>
        </message>
        <message>
            <source>Without an ordinary CPR number Digital Post does not find the citizen.</source>
            <translation>Uden et almindeligt CPR-nummer kan Digital Post ikke finde borgeren.</translation>
        </message>
        <message>
            <source>The letter is written to somebody else than who gets the citizen's letters now. Open the visit, and make it anew.</source>
            <translation>Brevet er skrevet til en anden end den, der får borgerens breve nu. Åbn besøget, og lav brevet på ny.</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>Skal sendes</translation>
        </message>
        <message>
            <source>Made ready, not recorded as sent</source>
            <translation>Lagt klar, ikke registreret som sendt</translation>
        </message>
        <message>
            <source>Sent in the last 30 days</source>
            <translation>Sendt de seneste 30 dage</translation>
        </message>
        <message>
            <source>Party hearing</source>
            <translation>Partshøring</translation>
        </message>
        <message>
            <source>Late answer</source>
            <translation>Senere svar</translation>
        </message>
        <message>
            <source>Guidance on the Elder Care Act</source>
            <translation>Vejledning om ældreloven</translation>
        </message>
        <message>
            <source>Sent {day}</source>
            <translation>Sendt {day}</translation>
        </message>
        <message>
            <source>Ready {day}</source>
            <translation>Lagt klar {day}</translation>
        </message>
        <message>
            <source>Decided {day}</source>
            <translation>Afgjort {day}</translation>
        </message>
        <message>
            <source>Finished {day}</source>
            <translation>Færdigt {day}</translation>
        </message>
        <message>
            <source>The letter waits under Letters to be sent.</source>
            <translation>Brevet venter på at blive sendt under Breve.</translation>
        </message>
    </context>
    <context>
        <name>LettersPage</name>
        <message>
            <source>Counting …</source>
            <translation>Tæller …</translation>
        </message>
        <message>
            <source>Make all ready for Digital Post …</source>
            <translation>Læg alle klar til Digital Post …</translation>
        </message>
        <message>
            <source>All that are ready were sent today</source>
            <translation>Alle, der er lagt klar, er sendt i dag</translation>
        </message>
        <message>
            <source>No letter waits</source>
            <translation>Ingen breve venter</translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) to send</source>
            <translation>
                <numerusform>%n brev at sende</numerusform>
                <numerusform>%n breve at sende</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Make %n ready for Digital Post …</source>
            <translation>
                <numerusform>Læg %n klar til Digital Post …</numerusform>
                <numerusform>Læg %n klar til Digital Post …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) made ready. The files are not encrypted: delete them when they are sent.</source>
            <translation>
                <numerusform>%n brev er lagt klar. Filen er ikke krypteret: Slet den, når den er sendt.</numerusform>
                <numerusform>%n breve er lagt klar. Filerne er ikke krypteret: Slet dem, når de er sendt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ready: sent today</source>
            <translation>
                <numerusform>%n lagt klar: sendt i dag</numerusform>
                <numerusform>%n lagt klar: sendt i dag</numerusform>
            </translation>
        </message>
        <message>
            <source>A decision comes here when it is signed, another letter when it is finished, until it is recorded as sent.</source>
            <translation>En afgørelse kommer her, når den er underskrevet, et andet brev, når det er gjort færdigt. De står her, til de er registreret som sendt.</translation>
        </message>
        <message>
            <source>The folder that the municipality's sender takes messages from</source>
            <translation>Mappen, hvor kommunens afsendersystem henter breve</translation>
        </message>
        <message numerus="yes">
            <source>%n delivery(s) recorded</source>
            <translation>
                <numerusform>%n levering registreret</numerusform>
                <numerusform>%n leveringer registreret</numerusform>
            </translation>
        </message>
        <message>
            <source>Letters to send</source>
            <translation>Breve, der skal sendes</translation>
        </message>
    </context>
    <context>
        <name>LevelHeader</name>
        <message>
            <source>The citizen's words and observation</source>
            <translation>Borgerens ord og observation</translation>
        </message>
    </context>
    <context>
        <name>LevelScale</name>
        <message>
            <source>last time</source>
            <translation>sidst</translation>
        </message>
        <message>
            <source>Level last time</source>
            <translation>Niveau sidste gang</translation>
        </message>
    </context>
    <context>
        <name>LineEdit</name>
        <message numerus="yes">
            <source>There is room for %n character(s); the rest is left out.</source>
            <translation>
                <numerusform>Der er plads til %n tegn. Resten er ikke kommet med.</numerusform>
                <numerusform>Der er plads til %n tegn. Resten er ikke kommet med.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LogRow</name>
        <message>
            <source>Remove</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Remove: {name}</source>
            <translation>Fjern: {name}</translation>
        </message>
    </context>
    <context>
        <name>LostWindow</name>
        <message>
            <source>Your data cannot be opened</source>
            <translation>Dine data kan ikke åbnes</translation>
        </message>
        <message>
            <source>Your data is missing</source>
            <translation>Dine data mangler</translation>
        </message>
        <message>
            <source>Begin without the old data</source>
            <translation>Begynd uden de gamle data</translation>
        </message>
        <message>
            <source>All that is left is moved to the folder “set-aside” and kept; the program begins empty. Choose this only when no backup can be had.</source>
            <translation>Alt, hvad der er tilbage, flyttes til mappen “set-aside” og beholdes, og programmet begynder tomt. Vælg det kun, når der ingen sikkerhedskopi kan skaffes.</translation>
        </message>
        <message>
            <source>Yes, begin empty</source>
            <translation>Ja, begynd tomt</translation>
        </message>
        <message>
            <source>No, not now</source>
            <translation>Nej, ikke nu</translation>
        </message>
        <message>
            <source>The key to your data is not on this computer. Without it nothing can be read. A backup has its key with it.</source>
            <translation>Nøglen til dine data er ikke på denne computer. Uden den kan intet læses. En sikkerhedskopi har sin nøgle med.</translation>
        </message>
        <message>
            <source>Only the key to it is here. The program has deleted nothing.</source>
            <translation>Kun nøglen til dem er her. Programmet har ikke slettet noget.</translation>
        </message>
        <message>
            <source>Only backups of it are here. The program has deleted nothing.</source>
            <translation>Kun sikkerhedskopier af dem er her. Programmet har ikke slettet noget.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Hjemmebesøg</source>
            <translation>Hjemmebesøg</translation>
        </message>
        <message>
            <source>Not saved, because it could not be read: {what}</source>
            <translation>Ikke gemt, fordi det ikke kan læses: {what}</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Breve</translation>
        </message>
        <message>
            <source>The visit is planned.</source>
            <translation>Besøget er planlagt.</translation>
        </message>
        <message>
            <source>Visits of the day</source>
            <translation>Dagens besøg</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Opfølgning</translation>
        </message>
        <message>
            <source>Citizens</source>
            <translation>Borgere</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Indstillinger</translation>
        </message>
        <message>
            <source>Choose your municipality under Settings: its quality standards are proposed for new visits.</source>
            <translation>Vælg jeres kommune under Indstillinger. Så bliver dens kvalitetsstandarder foreslået til nye besøg.</translation>
        </message>
    </context>
    <context>
        <name>MemberCard</name>
        <message>
            <source>Lives with the citizen</source>
            <translation>Bor sammen med borgeren</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Relation to the citizen</source>
            <translation>Relation til borgeren</translation>
        </message>
        <message>
            <source>Year of birth</source>
            <translation>Fødselsår</translation>
        </message>
        <message>
            <source>Healthy</source>
            <translation>Rask</translation>
        </message>
        <message>
            <source>Can take on at home</source>
            <translation>Kan tage sig af derhjemme</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Bemærkning</translation>
        </message>
        <message>
            <source>Work, illness, age: what decides the share</source>
            <translation>Arbejde, sygdom, alder: det, der afgør, hvor meget</translation>
        </message>
        <message>
            <source>Spouse</source>
            <translation>Ægtefælle</translation>
        </message>
        <message>
            <source>Cohabitant</source>
            <translation>Samlever</translation>
        </message>
        <message>
            <source>Child</source>
            <translation>Barn</translation>
        </message>
        <message>
            <source>Parent</source>
            <translation>Forælder</translation>
        </message>
        <message>
            <source>Sibling</source>
            <translation>Søskende</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Anden</translation>
        </message>
    </context>
    <context>
        <name>MembersList</name>
        <message>
            <source>Nobody else is recorded in the home</source>
            <translation>Der er ikke noteret andre i hjemmet</translation>
        </message>
        <message>
            <source>Add those who live with the citizen, children too.</source>
            <translation>Tilføj dem, der bor sammen med borgeren, også børn.</translation>
        </message>
        <message>
            <source>Add household member</source>
            <translation>Tilføj husstandsmedlem</translation>
        </message>
    </context>
    <context>
        <name>MissingCard</name>
        <message>
            <source>Before you can lock the decision</source>
            <translation>Før du kan låse afgørelsen</translation>
        </message>
        <message>
            <source>The letter has everything it must have.</source>
            <translation>Brevet har alt det, det skal have.</translation>
        </message>
        <message numerus="yes">
            <source>Show %n other point(s)</source>
            <translation>
                <numerusform>Vis %n andet punkt</numerusform>
                <numerusform>Vis %n andre punkter</numerusform>
            </translation>
        </message>
        <message>
            <source>Hide the other points</source>
            <translation>Skjul de andre punkter</translation>
        </message>
    </context>
    <context>
        <name>MissingRow</name>
        <message>
            <source>Go to</source>
            <translation>Gå til</translation>
        </message>
        <message>
            <source>Go to: {what}</source>
            <translation>Gå til: {what}</translation>
        </message>
    </context>
    <context>
        <name>MovedNotice</name>
        <message>
            <source>{moved}. You can still read it, see what was changed, and print. Everything you wrote is with them; if there is more, tell them, or ask for the case back.</source>
            <translation>{moved}. Du kan stadig læse den, se, hvad der er ændret, og udskrive. Det, du har skrevet, får de. Er der mere at skrive, så sig det til dem, eller bed om at få sagen tilbage.</translation>
        </message>
    </context>
    <context>
        <name>NeedCard</name>
        <message>
            <source>Granted</source>
            <translation>Bevilget</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>Delvist</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Afslag</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Ændret</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Ophør</translation>
        </message>
        <message>
            <source>Departure</source>
            <translation>Afvigelse</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Afgørelse</translation>
        </message>
        <message>
            <source>Reasons for this citizen</source>
            <translation>Begrundelse for netop denne borger</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>Reason from the standard</source>
            <translation>Begrundelse fra standarden</translation>
        </message>
        <message>
            <source>The help until now</source>
            <translation>Hjælpen indtil nu</translation>
        </message>
        <message>
            <source>The help from now on</source>
            <translation>Hjælpen fra nu af</translation>
        </message>
        <message>
            <source>What is different in the citizen's situation since last time</source>
            <translation>Hvad der er anderledes i borgerens situation siden sidst</translation>
        </message>
        <message>
            <source>What has changed</source>
            <translation>Hvad der har ændret sig</translation>
        </message>
        <message>
            <source>No help is chosen for this.</source>
            <translation>Der er ikke valgt hjælp til dette.</translation>
        </message>
        <message>
            <source>Not decided</source>
            <translation>Ikke afgjort</translation>
        </message>
    </context>
    <context>
        <name>NeedsPart</name>
        <message>
            <source>Applied for</source>
            <translation>Søgt om</translation>
        </message>
        <message>
            <source>In the words of the one who asked</source>
            <translation>Med ansøgerens egne ord</translation>
        </message>
    </context>
    <context>
        <name>NewVisitDialog</name>
        <message>
            <source>Plan a visit</source>
            <translation>Planlæg et besøg</translation>
        </message>
        <message>
            <source>ddmmyy-xxxx</source>
            <translation>ddmmåå-xxxx</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dag</translation>
        </message>
        <message>
            <source>Request received on</source>
            <translation>Henvendelsen er modtaget</translation>
        </message>
        <message>
            <source>This citizen is already here: {name}.</source>
            <translation>Borgeren er her allerede: {name}.</translation>
        </message>
        <message>
            <source>Kind of visit</source>
            <translation>Slags besøg</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Tidspunkt</translation>
        </message>
        <message>
            <source>The deadlines are counted from this day.</source>
            <translation>Fristerne regnes fra denne dag.</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Bemærkning</translation>
        </message>
        <message>
            <source>For you, not for the letter.</source>
            <translation>Til dig selv, ikke til brevet.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annullér</translation>
        </message>
        <message>
            <source>Plan the visit</source>
            <translation>Planlæg besøget</translation>
        </message>
        <message>
            <source>CPR number</source>
            <translation>CPR-nummer</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Street and number</source>
            <translation>Vej og nummer</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Postnummer</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>By</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
    </context>
    <context>
        <name>NextVisitCard</name>
        <message>
            <source>Next visit</source>
            <translation>Næste besøg</translation>
        </message>
        <message>
            <source>By the standard</source>
            <translation>Efter standarden</translation>
        </message>
        <message numerus="yes">
            <source>In %n month(s)</source>
            <translation>
                <numerusform>Om %n måned</numerusform>
                <numerusform>Om %n måneder</numerusform>
            </translation>
        </message>
        <message>
            <source>Agreed day</source>
            <translation>Aftalt dag</translation>
        </message>
        <message>
            <source>If no visit is agreed, or later: why</source>
            <translation>Hvorfor, hvis intet besøg er aftalt, eller det er senere</translation>
        </message>
    </context>
    <context>
        <name>NoticeRow</name>
        <message>
            <source>Which deadline</source>
            <translation>Hvilken frist</translation>
        </message>
        <message>
            <source>Why it takes longer</source>
            <translation>Hvorfor det tager længere tid</translation>
        </message>
        <message>
            <source>New date for the decision</source>
            <translation>Ny dato for afgørelsen</translation>
        </message>
        <message>
            <source>Sent to the citizen on</source>
            <translation>Sendt til borgeren den</translation>
        </message>
        <message>
            <source>Show the letter</source>
            <translation>Vis brevet</translation>
        </message>
        <message>
            <source>A notice</source>
            <translation>En besked</translation>
        </message>
        <message>
            <source>New date: {day}.</source>
            <translation>Ny dato: {day}.</translation>
        </message>
        <message>
            <source>The new date is still to be written.</source>
            <translation>Den nye dato mangler.</translation>
        </message>
        <message>
            <source>Sent on {day}.</source>
            <translation>Sendt {day}.</translation>
        </message>
        <message>
            <source>Not sent yet.</source>
            <translation>Endnu ikke sendt.</translation>
        </message>
    </context>
    <context>
        <name>NoticesCard</name>
        <message>
            <source>If the decision takes longer</source>
            <translation>Hvis afgørelsen trækker ud</translation>
        </message>
        <message>
            <source>No deadline is exceeded.</source>
            <translation>Ingen frist er overskredet.</translation>
        </message>
        <message>
            <source>Write a notice</source>
            <translation>Skriv besked</translation>
        </message>
        <message>
            <source>{name}: the deadline was {day}. The citizen must be told in writing why it takes longer, and get a new date.</source>
            <translation>{name}: fristen var {day}. Borgeren skal have skriftlig besked om, hvorfor det tager længere tid, og en ny dato.</translation>
        </message>
    </context>
    <context>
        <name>NumberField</name>
        <message>
            <source>Write a whole number, such as 12.</source>
            <translation>Skriv et helt tal, for eksempel 12.</translation>
        </message>
        <message>
            <source>Write a number, such as 12,5.</source>
            <translation>Skriv et tal, for eksempel 12,5.</translation>
        </message>
        <message>
            <source>Write a number from {low} to {high}.</source>
            <translation>Skriv et tal fra {low} til {high}.</translation>
        </message>
    </context>
    <context>
        <name>OpenFindings</name>
        <message>
            <source>What the standard says besides</source>
            <translation>Standarden siger også</translation>
        </message>
    </context>
    <context>
        <name>OrderRow</name>
        <message>
            <source>New order</source>
            <translation>Ny bestilling</translation>
        </message>
        <message>
            <source>Go to the goals</source>
            <translation>Gå til målene</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Til</translation>
        </message>
        <message>
            <source>What the provider must know beside the goals.</source>
            <translation>Det, leverandøren skal vide ud over målene.</translation>
        </message>
        <message>
            <source>Message to the provider</source>
            <translation>Besked til leverandøren</translation>
        </message>
        <message>
            <source>Sent to the provider on</source>
            <translation>Sendt til leverandøren den</translation>
        </message>
        <message>
            <source>Show order</source>
            <translation>Vis bestilling</translation>
        </message>
        <message>
            <source>Sent on {day}.</source>
            <translation>Sendt {day}.</translation>
        </message>
        <message>
            <source>Not sent yet. There are no goals for this service.</source>
            <translation>Endnu ikke sendt. Der er ingen mål for denne ydelse.</translation>
        </message>
        <message numerus="yes">
            <source>Not sent yet. %n goal(s) go with it.</source>
            <translation>
                <numerusform>Endnu ikke sendt. %n mål følger med.</numerusform>
                <numerusform>Endnu ikke sendt. %n mål følger med.</numerusform>
            </translation>
        </message>
        <message>
            <source>New order: {name}</source>
            <translation>Ny bestilling: {name}</translation>
        </message>
        <message>
            <source>Go to the goals: {name}</source>
            <translation>Gå til målene: {name}</translation>
        </message>
    </context>
    <context>
        <name>OrdersCard</name>
        <message>
            <source>Orders to the providers</source>
            <translation>Bestillinger til leverandørerne</translation>
        </message>
        <message>
            <source>An order goes out each time help is granted, plan or no plan.</source>
            <translation>Der sendes en bestilling, hver gang der bevilges hjælp, også uden handleplan.</translation>
        </message>
        <message>
            <source>Choose services first: each gets its order here.</source>
            <translation>Vælg først ydelser. Hver ydelse får sin bestilling her.</translation>
        </message>
    </context>
    <context>
        <name>OtherNeed</name>
        <message>
            <source>What is applied for</source>
            <translation>Hvad søges der om?</translation>
        </message>
        <message>
            <source>Remove this need</source>
            <translation>Fjern det igen</translation>
        </message>
    </context>
    <context>
        <name>OverallForm</name>
        <message>
            <source>The standard has no overall assessment and no stair.</source>
            <translation>Standarden har ingen samlet vurdering og ingen trappe.</translation>
        </message>
    </context>
    <context>
        <name>OverallPart</name>
        <message>
            <source>Overall level</source>
            <translation>Samlet niveau</translation>
        </message>
        <message>
            <source>Write it above all where you see it otherwise than the areas point.</source>
            <translation>Skriv det især, når du vurderer anderledes, end områderne peger på.</translation>
        </message>
        <message>
            <source>Why this level</source>
            <translation>Hvorfor dette niveau</translation>
        </message>
        <message>
            <source>What the areas point to is shown when they have levels.</source>
            <translation>Når områderne har niveauer, vises her, hvad de peger på.</translation>
        </message>
        <message>
            <source>The areas point to the same: {level}.</source>
            <translation>Områderne peger på det samme: {level}.</translation>
        </message>
        <message>
            <source>The areas point to {level}.</source>
            <translation>Områderne peger på {level}.</translation>
        </message>
        <message>
            <source>Choose {level}</source>
            <translation>Vælg {level}</translation>
        </message>
        <message>
            <source>By the standard this level gives access to: {services}.</source>
            <translation>Efter standarden giver niveauet adgang til: {services}.</translation>
        </message>
        <message>
            <source>By the standard other levels give access to: {services}. You decide, and give the reason.</source>
            <translation>Efter standarden er det andre niveauer, der giver adgang til: {services}. Du afgør det og skriver hvorfor.</translation>
        </message>
        <message>
            <source>Overall level: {level}</source>
            <translation>Samlet niveau: {level}</translation>
        </message>
    </context>
    <context>
        <name>Parts</name>
        <message>
            <source>Guidance on the Elder Care Act</source>
            <translation>Vejledning om ældreloven</translation>
        </message>
        <message>
            <source>Decision letter</source>
            <translation>Afgørelsesbrev</translation>
        </message>
        <message>
            <source>In another language ({language})</source>
            <translation>På et andet sprog ({language})</translation>
        </message>
        <message>
            <source>Order to the provider</source>
            <translation>Bestilling til leverandøren</translation>
        </message>
        <message>
            <source>The week</source>
            <translation>Ugen med hjælp</translation>
        </message>
        <message>
            <source>The provider's plan</source>
            <translation>Leverandørens plan</translation>
        </message>
        <message>
            <source>Status report</source>
            <translation>Statusnotat</translation>
        </message>
        <message>
            <source>Action plan</source>
            <translation>Handleplan</translation>
        </message>
    </context>
    <context>
        <name>PdfPreview</name>
        <message>
            <source>The letter as it will be printed</source>
            <translation>Brevet, som det bliver trykt</translation>
        </message>
        <message>
            <source>Page {page} of {count}</source>
            <translation>Side {page} af {count}</translation>
        </message>
        <message>
            <source>Nothing to show yet</source>
            <translation>Der er intet at vise endnu</translation>
        </message>
    </context>
    <context>
        <name>PeriodEnd</name>
        <message>
            <source>Until further notice</source>
            <translation>Indtil videre</translation>
        </message>
        <message>
            <source>On a day</source>
            <translation>Til en bestemt dag</translation>
        </message>
        <message>
            <source>{name}: last day</source>
            <translation>{name}: sidste dag</translation>
        </message>
    </context>
    <context>
        <name>PhotoCard</name>
        <message>
            <source>Remove photo</source>
            <translation>Fjern billede</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>Billedtekst</translation>
        </message>
        <message>
            <source>Photo without caption</source>
            <translation>Billede uden tekst</translation>
        </message>
        <message>
            <source>Remove photo: {caption}</source>
            <translation>Fjern billede: {caption}</translation>
        </message>
        <message>
            <source>The photo cannot be shown</source>
            <translation>Billedet kan ikke vises</translation>
        </message>
    </context>
    <context>
        <name>PhotoStrip</name>
        <message>
            <source>Add photo</source>
            <translation>Tilføj billede</translation>
        </message>
        <message>
            <source>Photos need the citizen's consent. Ask for it under Consent first.</source>
            <translation>Billeder kræver borgerens samtykke. Spørg først om det under Samtykke.</translation>
        </message>
        <message>
            <source>Add photo: {name}</source>
            <translation>Tilføj billede: {name}</translation>
        </message>
    </context>
    <context>
        <name>Phrases</name>
        <message>
            <source>First assessment</source>
            <translation>Første visitation</translation>
        </message>
        <message>
            <source>Reassessment</source>
            <translation>Revisitation</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Opfølgning</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>Besøg</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Klar</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>I gang</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Afgjort</translation>
        </message>
        <message>
            <source>Interpreter missing</source>
            <translation>Tolk mangler</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Flyttet</translation>
        </message>
        <message>
            <source>Moved to another team</source>
            <translation>Sagen er flyttet til et andet team</translation>
        </message>
        <message>
            <source>Moved to {team}</source>
            <translation>Sagen er flyttet til {team}</translation>
        </message>
        <message>
            <source>Due {day}</source>
            <translation>Frist {day}</translation>
        </message>
    </context>
    <context>
        <name>PlanForm</name>
        <message>
            <source>The standard has no plans and no orders.</source>
            <translation>Standarden har ingen planer og bestillinger.</translation>
        </message>
    </context>
    <context>
        <name>PointDetails</name>
        <message>
            <source>Remark</source>
            <translation>Bemærkning</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>Hvad der skal gøres</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ansvarlig</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Frist</translation>
        </message>
        <message>
            <source>Temporary solution</source>
            <translation>Midlertidig løsning</translation>
        </message>
        <message>
            <source>The citizen keeps the right to help. Write a temporary solution, or how the help can be given in another way until this is changed.</source>
            <translation>Borgeren har stadig ret til hjælp. Skriv en midlertidig løsning, eller hvordan hjælpen kan gives på en anden måde, indtil det er ændret.</translation>
        </message>
    </context>
    <context>
        <name>PointRow</name>
        <message>
            <source>The citizen</source>
            <translation>Borgeren</translation>
        </message>
        <message>
            <source>The municipality</source>
            <translation>Kommunen</translation>
        </message>
        <message>
            <source>The provider</source>
            <translation>Leverandøren</translation>
        </message>
    </context>
    <context>
        <name>PreviewFoot</name>
        <message>
            <source>Show the pages smaller</source>
            <translation>Vis siderne mindre</translation>
        </message>
        <message>
            <source>Show the pages larger</source>
            <translation>Vis siderne større</translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message>
            <source>Save as PDF</source>
            <translation>Gem som PDF</translation>
        </message>
        <message>
            <source>Print the decision</source>
            <translation>Udskriv afgørelsen</translation>
        </message>
        <message>
            <source>On both sides of the paper</source>
            <translation>På begge sider af papiret</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Only the letter</source>
            <translation>Kun brevet</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Gem</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Udskriv</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annullér</translation>
        </message>
        <message>
            <source>The citizen</source>
            <translation>Borgeren</translation>
        </message>
        <message>
            <source>The provider</source>
            <translation>Leverandøren</translation>
        </message>
        <message>
            <source>The municipality's file</source>
            <translation>Kommunens sag</translation>
        </message>
        <message>
            <source>{role}: {name}</source>
            <translation>{role}: {name}</translation>
        </message>
        <message>
            <source>By the need</source>
            <translation>Efter behov</translation>
        </message>
        <message>
            <source>Usual text</source>
            <translation>Almindelig tekst</translation>
        </message>
        <message>
            <source>Large print, 16 points</source>
            <translation>Stor skrift, 16 punkt</translation>
        </message>
        <message>
            <source>Large print, 20 points</source>
            <translation>Stor skrift, 20 punkt</translation>
        </message>
        <message>
            <source>With help pages in {language}</source>
            <translation>Med hjælp på {language}</translation>
        </message>
        <message>
            <source>Danish alone</source>
            <translation>Kun dansk</translation>
        </message>
        <message>
            <source>Copies of {part}</source>
            <translation>Antal: {part}</translation>
        </message>
        <message>
            <source>Only the order</source>
            <translation>Kun bestillingen</translation>
        </message>
        <message>
            <source>Parts and copies</source>
            <translation>Dele og antal</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Dele</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Til</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Skrift</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprog</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Sent to the printer. The print queue is not encrypted: see to it that the pages come out.</source>
            <translation>Sendt til printeren. Udskriftskøen er ikke krypteret. Sørg for, at siderne kommer ud.</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Gem som</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>PDF-filer (*.pdf)</translation>
        </message>
        <message>
            <source>Saved. The file is not encrypted: look after it, and delete it when used.</source>
            <translation>Gemt. Filen er ikke krypteret: pas på den, og slet den, når den er brugt.</translation>
        </message>
    </context>
    <context>
        <name>ProfileBars</name>
        <message>
            <source>Function profile</source>
            <translation>Funktionsprofil</translation>
        </message>
        <message>
            <source>not assessed</source>
            <translation>ikke vurderet</translation>
        </message>
    </context>
    <context>
        <name>ProfileLines</name>
        <message>
            <source>Not finished: you were writing this when the program stopped or locked.</source>
            <translation>Ikke færdig: Du var i gang med at skrive dette, da programmet stoppede eller låste.</translation>
        </message>
    </context>
    <context>
        <name>ProposalCard</name>
        <message>
            <source>Take the proposal</source>
            <translation>Brug forslaget</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>Brugt</translation>
        </message>
        <message>
            <source>Take the proposal: {name}</source>
            <translation>Brug forslaget: {name}</translation>
        </message>
    </context>
    <context>
        <name>ProposalPart</name>
        <message>
            <source>Proposal taken: {name}</source>
            <translation>Forslag brugt: {name}</translation>
        </message>
    </context>
    <context>
        <name>ProposalsCard</name>
        <message>
            <source>Proposals by the standard</source>
            <translation>Forslag efter standarden</translation>
        </message>
        <message>
            <source>Take all proposals</source>
            <translation>Brug alle forslag</translation>
        </message>
        <message>
            <source>All proposals are taken.</source>
            <translation>Alle forslag er brugt.</translation>
        </message>
        <message>
            <source>There are no proposals yet: they follow from the levels.</source>
            <translation>Der er ingen forslag endnu. De følger af niveauerne.</translation>
        </message>
        <message>
            <source>All proposals taken</source>
            <translation>Alle forslag brugt</translation>
        </message>
    </context>
    <context>
        <name>ProviderForm</name>
        <message>
            <source>Choose services first: each gets its provider here.</source>
            <translation>Vælg først ydelser. Så vælger I leverandør til hver af dem her.</translation>
        </message>
    </context>
    <context>
        <name>ProviderPlanRow</name>
        <message>
            <source>Made on</source>
            <translation>Lavet den</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>Lavet af</translation>
        </message>
        <message>
            <source>Goals</source>
            <translation>Mål</translation>
        </message>
        <message>
            <source>Methods</source>
            <translation>Metoder</translation>
        </message>
        <message>
            <source>What staff supports with</source>
            <translation>Hvad medarbejderen støtter med</translation>
        </message>
        <message>
            <source>What the citizen does</source>
            <translation>Hvad borgeren gør</translation>
        </message>
        <message>
            <source>What family and network do</source>
            <translation>Hvad familie og netværk gør</translation>
        </message>
        <message>
            <source>Show the provider's plan</source>
            <translation>Vis leverandørens plan</translation>
        </message>
        <message>
            <source>Not made yet.</source>
            <translation>Endnu ikke lavet.</translation>
        </message>
        <message>
            <source>Made on {day} by {who}.</source>
            <translation>Lavet {day} af {who}.</translation>
        </message>
        <message>
            <source>Made on {day}.</source>
            <translation>Lavet {day}.</translation>
        </message>
        <message>
            <source>Begun.</source>
            <translation>Begyndt.</translation>
        </message>
    </context>
    <context>
        <name>ProviderPlansCard</name>
        <message>
            <source>The provider's plan with the citizen</source>
            <translation>Leverandørens plan sammen med borgeren</translation>
        </message>
        <message>
            <source>Choose services first: each gets its plan here.</source>
            <translation>Vælg først ydelser. Hver ydelse får sin plan her.</translation>
        </message>
    </context>
    <context>
        <name>PurposeCard</name>
        <message>
            <source>Answer</source>
            <translation>Svar</translation>
        </message>
        <message>
            <source>Ask on the screen</source>
            <translation>Spørg på skærmen</translation>
        </message>
        <message>
            <source>Ask on the screen: {name}</source>
            <translation>Spørg på skærmen: {name}</translation>
        </message>
        <message>
            <source>Note as given orally</source>
            <translation>Notér som givet mundtligt</translation>
        </message>
        <message>
            <source>Note as given orally: {name}</source>
            <translation>Notér som givet mundtligt: {name}</translation>
        </message>
        <message>
            <source>Withdraw: {name}</source>
            <translation>Træk tilbage: {name}</translation>
        </message>
        <message>
            <source>New consent</source>
            <translation>Nyt samtykke</translation>
        </message>
        <message>
            <source>New consent: {name}</source>
            <translation>Nyt samtykke: {name}</translation>
        </message>
        <message>
            <source>From or to whom</source>
            <translation>Fra eller til hvem</translation>
        </message>
        <message>
            <source>Which information</source>
            <translation>Hvilke oplysninger</translation>
        </message>
        <message>
            <source>how and when it was given</source>
            <translation>hvordan og hvornår det blev givet</translation>
        </message>
        <message>
            <source>Changed elsewhere after it was signed: {what}. The consent stands as it was signed.</source>
            <translation>Ændret et andet sted, efter at det blev underskrevet: {what}. Samtykket gælder, som det blev underskrevet.</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Trukket tilbage</translation>
        </message>
        <message>
            <source>Not signed</source>
            <translation>Ikke underskrevet</translation>
        </message>
        <message>
            <source>Not asked</source>
            <translation>Ikke spurgt</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Udløbet</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nej</translation>
        </message>
        <message>
            <source>Withdraw …</source>
            <translation>Træk tilbage …</translation>
        </message>
        <message>
            <source>{date} at {time}</source>
            <translation>{date} kl. {time}</translation>
        </message>
        <message>
            <source>Signed on the screen {when}.</source>
            <translation>Underskrevet på skærmen {when}.</translation>
        </message>
        <message>
            <source>Given orally {when}, noted by {name}.</source>
            <translation>Givet mundtligt {when}, noteret af {name}.</translation>
        </message>
        <message>
            <source>Given orally {when}.</source>
            <translation>Givet mundtligt {when}.</translation>
        </message>
        <message>
            <source>Withdrawn {date}: {how}.</source>
            <translation>Trukket tilbage {date}: {how}.</translation>
        </message>
        <message>
            <source>Valid until {date}.</source>
            <translation>Gælder til {date}.</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Tidligere</translation>
        </message>
    </context>
    <context>
        <name>QuantityFields</name>
        <message>
            <source>Area</source>
            <translation>Areal</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Vægt</translation>
        </message>
        <message>
            <source>Number of shops</source>
            <translation>Antal butikker</translation>
        </message>
        <message>
            <source>Number of supermarkets</source>
            <translation>Antal supermarkeder</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Timer</translation>
        </message>
        <message>
            <source>h</source>
            <translation>t</translation>
        </message>
    </context>
    <context>
        <name>QuestionsForm</name>
        <message>
            <source>The standard asks nothing here.</source>
            <translation>Standarden har ingen spørgsmål her.</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Ikke valgt</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>What the standard points to</source>
            <translation>Forslag efter standarden</translation>
        </message>
        <message>
            <source>What the standard says</source>
            <translation>Standarden siger</translation>
        </message>
        <message>
            <source>Nothing to note so far.</source>
            <translation>Intet at bemærke endnu.</translation>
        </message>
        <message>
            <source>Function profile</source>
            <translation>Funktionsprofil</translation>
        </message>
    </context>
    <context>
        <name>ReachPart</name>
        <message>
            <source>Contact and language</source>
            <translation>Kontakt og sprog</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Digital Post</source>
            <translation>Digital Post</translation>
        </message>
        <message>
            <source>Exempt</source>
            <translation>Fritaget</translation>
        </message>
        <message>
            <source>Somebody who is exempt gets the letters on paper</source>
            <translation>Den, der er fritaget, får brevene på papir</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Breve</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprog</translation>
        </message>
        <message>
            <source>If it is not Danish</source>
            <translation>Hvis det ikke er dansk</translation>
        </message>
        <message>
            <source>Interpreter needed</source>
            <translation>Brug for tolk</translation>
        </message>
        <message>
            <source>Usual</source>
            <translation>Almindelig</translation>
        </message>
        <message>
            <source>Large (16 pt)</source>
            <translation>Stor (16 punkt)</translation>
        </message>
        <message>
            <source>Very large (20 pt)</source>
            <translation>Meget stor (20 punkt)</translation>
        </message>
        <message>
            <source>Letters and enclosures are made in this size</source>
            <translation>Breve og bilag bliver lavet med den skrift</translation>
        </message>
        <message>
            <source>Text size of letters</source>
            <translation>Skriftstørrelse i breve</translation>
        </message>
        <message>
            <source>Danish only</source>
            <translation>Kun dansk</translation>
        </message>
        <message>
            <source>The decision in short and the sheets, as help. The Danish text holds.</source>
            <translation>Afgørelsen kort fortalt og arkene, som hjælp. Den danske tekst gælder.</translation>
        </message>
        <message>
            <source>Help pages</source>
            <translation>Forklaret på et andet sprog</translation>
        </message>
    </context>
    <context>
        <name>ReceivedPart</name>
        <message>
            <source>Received</source>
            <translation>Modtaget</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Modtaget den</translation>
        </message>
        <message>
            <source>The deadlines run from here</source>
            <translation>Fristerne løber fra denne dag</translation>
        </message>
        <message>
            <source>Citizen contacted on</source>
            <translation>Borgeren kontaktet den</translation>
        </message>
        <message>
            <source>To agree a visit</source>
            <translation>For at aftale besøget</translation>
        </message>
        <message>
            <source>Received from</source>
            <translation>Modtaget fra</translation>
        </message>
        <message>
            <source>Name of the one who asked</source>
            <translation>Navn på den, der henvendte sig</translation>
        </message>
        <message>
            <source>Does the citizen agree that others have asked?</source>
            <translation>Er borgeren indforstået med henvendelsen?</translation>
        </message>
        <message>
            <source>Without it the one who asked is told nothing about the case</source>
            <translation>Ellers får den, der henvendte sig, intet at vide om sagen</translation>
        </message>
    </context>
    <context>
        <name>RecordCard</name>
        <message>
            <source>Remove</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Remove: {name}</source>
            <translation>Fjern: {name}</translation>
        </message>
    </context>
    <context>
        <name>ReportCard</name>
        <message>
            <source>What the provider reports</source>
            <translation>Hvad leverandøren melder</translation>
        </message>
        <message>
            <source>The report holds no text here.</source>
            <translation>Der er ikke skrevet noget fra statusnotatet her.</translation>
        </message>
    </context>
    <context>
        <name>ReportRow</name>
        <message>
            <source>To be here by</source>
            <translation>Skal være her senest</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Modtaget den</translation>
        </message>
        <message>
            <source>Status meeting on</source>
            <translation>Statusmøde den</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>Skrevet af</translation>
        </message>
        <message>
            <source>What the support has led to</source>
            <translation>Hvad støtten har ført til</translation>
        </message>
        <message>
            <source>How it goes with the goals</source>
            <translation>Hvordan det går med målene</translation>
        </message>
        <message>
            <source>Changes in what the citizen can do</source>
            <translation>Ændringer i, hvad borgeren kan</translation>
        </message>
        <message>
            <source>What the provider proposes</source>
            <translation>Hvad leverandøren foreslår</translation>
        </message>
        <message>
            <source>Show status report</source>
            <translation>Vis statusnotat</translation>
        </message>
        <message>
            <source>Received {day}</source>
            <translation>Modtaget {day}</translation>
        </message>
        <message>
            <source>Status meeting {day}</source>
            <translation>Statusmøde {day}</translation>
        </message>
        <message>
            <source>Awaited by {day}</source>
            <translation>Ventes senest {day}</translation>
        </message>
        <message>
            <source>A status report</source>
            <translation>Et statusnotat</translation>
        </message>
    </context>
    <context>
        <name>ReportsCard</name>
        <message>
            <source>Status reports and status meetings</source>
            <translation>Statusnotater og statusmøder</translation>
        </message>
        <message>
            <source>No status reports noted.</source>
            <translation>Ingen statusnotater noteret.</translation>
        </message>
        <message>
            <source>Add status report</source>
            <translation>Tilføj statusnotat</translation>
        </message>
        <message>
            <source>The next status report is awaited by {day}.</source>
            <translation>Næste statusnotat ventes senest {day}.</translation>
        </message>
    </context>
    <context>
        <name>RequirementsCard</name>
        <message>
            <source>Requirements to the home</source>
            <translation>Krav til hjemmet</translation>
        </message>
        <message>
            <source>The citizen has been told the requirements</source>
            <translation>Borgeren har fået kravene at vide</translation>
        </message>
    </context>
    <context>
        <name>RestoreOffer</name>
        <message>
            <source>Backups</source>
            <translation>Sikkerhedskopier</translation>
        </message>
        <message>
            <source>Restore this one</source>
            <translation>Gendan kopien</translation>
        </message>
        <message>
            <source>Look on another disk …</source>
            <translation>Find en anden kopi …</translation>
        </message>
        <message>
            <source>Yes, restore it</source>
            <translation>Ja, gendan den</translation>
        </message>
        <message>
            <source>No, not now</source>
            <translation>Nej, ikke nu</translation>
        </message>
        <message>
            <source>{when} (damaged, cannot be read)</source>
            <translation>{when} (beskadiget, kan ikke læses)</translation>
        </message>
        <message>
            <source>What was recorded after {when} is not in the backup. The files that are there now are moved aside and kept. Restore it?</source>
            <translation>Det, der er noteret efter {when}, er ikke med i sikkerhedskopien. De filer, der ligger der nu, flyttes til side og beholdes. Vil du gendanne den?</translation>
        </message>
        <message>
            <source>Choose the backup to go on from. The newest stands first.</source>
            <translation>Vælg den sikkerhedskopi, du vil arbejde videre fra. Den nyeste står først.</translation>
        </message>
        <message>
            <source>None of these backups can be read. Choose one that you have on another disk.</source>
            <translation>Ingen af disse sikkerhedskopier kan læses. Vælg en, du har på en anden disk.</translation>
        </message>
        <message>
            <source>There is no backup on this computer. If you have one on another disk, choose its folder.</source>
            <translation>Der er ingen sikkerhedskopi på denne computer. Har du en på en anden disk, så vælg mappen med den.</translation>
        </message>
        <message>
            <source>Where does the backup lie?</source>
            <translation>Hvor ligger sikkerhedskopien?</translation>
        </message>
    </context>
    <context>
        <name>ResultCard</name>
        <message>
            <source>What comes of it</source>
            <translation>Hvad det fører til</translation>
        </message>
        <message>
            <source>The help</source>
            <translation>Hjælpen</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Hvorfor</translation>
        </message>
        <message>
            <source>Show the summary</source>
            <translation>Vis opsamlingen</translation>
        </message>
        <message>
            <source>Go to the decision</source>
            <translation>Gå til afgørelsen</translation>
        </message>
        <message>
            <source>Go to the assessment</source>
            <translation>Gå til funktionsvurderingen</translation>
        </message>
        <message>
            <source>Goes on</source>
            <translation>Fortsætter</translation>
        </message>
        <message>
            <source>Is changed</source>
            <translation>Ændres</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Ophører</translation>
        </message>
        <message>
            <source>Is assessed anew</source>
            <translation>Revurderes</translation>
        </message>
        <message>
            <source>The help goes on as it is granted: no new decision is needed.</source>
            <translation>Hjælpen fortsætter, som den er bevilget. Det kræver ingen ny afgørelse.</translation>
        </message>
        <message>
            <source>A change needs a new decision with reasons, also when you both agree.</source>
            <translation>En ændring kræver en ny afgørelse med begrundelse, også når I er enige.</translation>
        </message>
        <message>
            <source>The help ends with a decision that gives the reasons.</source>
            <translation>At hjælpen ophører, kræver en afgørelse med begrundelse.</translation>
        </message>
        <message>
            <source>Assess the areas anew at this visit, or agree on a visit for it. The help goes on until a new decision is made.</source>
            <translation>Vurder områderne igen ved dette besøg, eller aftal et besøg til det. Hjælpen fortsætter, til der er truffet en ny afgørelse.</translation>
        </message>
        <message>
            <source>Next time by {day}.</source>
            <translation>Næste gang senest {day}.</translation>
        </message>
    </context>
    <context>
        <name>ResultPart</name>
        <message>
            <source>Write what is applied for under the request first.</source>
            <translation>Skriv først under Henvendelsen, hvad der er søgt om.</translation>
        </message>
        <message>
            <source>Grant everything that help is chosen for</source>
            <translation>Bevilg alt det, der er valgt hjælp til</translation>
        </message>
        <message>
            <source>Chosen help granted</source>
            <translation>Valgt hjælp bevilget</translation>
        </message>
    </context>
    <context>
        <name>ReviewCard</name>
        <message>
            <source>The review</source>
            <translation>Gennemgangen</translation>
        </message>
        <message>
            <source>Done today by me</source>
            <translation>Udført i dag af mig</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>Udført den</translation>
        </message>
        <message>
            <source>Done by</source>
            <translation>Udført af</translation>
        </message>
        <message>
            <source>Present</source>
            <translation>Til stede</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Leverandør</translation>
        </message>
        <message>
            <source>Next review</source>
            <translation>Næste gennemgang</translation>
        </message>
        <message>
            <source>What was agreed, and that the citizen has got a copy</source>
            <translation>Hvad der er aftalt, og at borgeren har fået en kopi</translation>
        </message>
        <message>
            <source>The citizen's receipt</source>
            <translation>Borgerens kvittering</translation>
        </message>
        <message numerus="yes">
            <source>In %n month(s)</source>
            <translation>
                <numerusform>Om %n måned</numerusform>
                <numerusform>Om %n måneder</numerusform>
            </translation>
        </message>
        <message>
            <source>Next review: {when}</source>
            <translation>Næste gennemgang: {when}</translation>
        </message>
        <message>
            <source>Review of the home</source>
            <translation>Gennemgang af hjemmet</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Find name, CPR or address   Ctrl+K</source>
            <translation>Søg på navn, CPR eller adresse   Ctrl+K</translation>
        </message>
        <message>
            <source>Find a citizen</source>
            <translation>Find en borger</translation>
        </message>
        <message>
            <source>Citizens found</source>
            <translation>Fundne borgere</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>Ingen fundet</translation>
        </message>
        <message>
            <source>Search at the municipality too …</source>
            <translation>Søg også hos kommunen …</translation>
        </message>
    </context>
    <context>
        <name>SectionItem</name>
        <message>
            <source>not begun</source>
            <translation>ikke begyndt</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>i gang</translation>
        </message>
        <message>
            <source>filled in</source>
            <translation>udfyldt</translation>
        </message>
    </context>
    <context>
        <name>SectionNav</name>
        <message>
            <source>Sections of the visit</source>
            <translation>Besøgets afsnit</translation>
        </message>
    </context>
    <context>
        <name>ServiceBlock</name>
        <message>
            <source>Add a line</source>
            <translation>Tilføj ydelse</translation>
        </message>
        <message>
            <source>Add a line of {service}</source>
            <translation>Tilføj ydelsen {service}</translation>
        </message>
        <message>
            <source>Open to everybody: needs no grant.</source>
            <translation>Åben for alle – kræver ingen bevilling.</translation>
        </message>
        <message>
            <source>What the standard says</source>
            <translation>Hvad standarden siger</translation>
        </message>
        <message>
            <source>Hide what the standard says</source>
            <translation>Skjul, hvad standarden siger</translation>
        </message>
    </context>
    <context>
        <name>ServiceCard</name>
        <message>
            <source>Change provider</source>
            <translation>Skift leverandør</translation>
        </message>
        <message>
            <source>Change provider: {name}</source>
            <translation>Skift leverandør: {name}</translation>
        </message>
        <message>
            <source>Use for all services</source>
            <translation>Brug til alle ydelser</translation>
        </message>
        <message>
            <source>Use for all services: {name}</source>
            <translation>Brug til alle ydelser: {name}</translation>
        </message>
        <message>
            <source>The same provider for all services</source>
            <translation>Samme leverandør til alle ydelser</translation>
        </message>
        <message>
            <source>Change of provider: {name}</source>
            <translation>Skift af leverandør: {name}</translation>
        </message>
    </context>
    <context>
        <name>ServiceFacts</name>
        <message>
            <source>Legal basis</source>
            <translation>Lovgrundlag</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Formål</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>Hvem</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>Omfatter</translation>
        </message>
        <message>
            <source>Does not cover</source>
            <translation>Omfatter ikke</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>Omfang</translation>
        </message>
        <message>
            <source>Packages</source>
            <translation>Pakker</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Hvor</translation>
        </message>
        <message>
            <source>How long</source>
            <translation>Hvor længe</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Iværksættelse</translation>
        </message>
        <message>
            <source>Cancelling and ending</source>
            <translation>Afmelding og ophør</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Leverandør</translation>
        </message>
        <message>
            <source>The citizen provides</source>
            <translation>Borgeren sørger for</translation>
        </message>
        <message>
            <source>The citizen pays</source>
            <translation>Egenbetaling</translation>
        </message>
        <message>
            <source>{package} ({hours} hours a week)</source>
            <translation>{package} ({hours} timer om ugen)</translation>
        </message>
    </context>
    <context>
        <name>ServicesForm</name>
        <message>
            <source>Search in the catalogue</source>
            <translation>Søg i kataloget</translation>
        </message>
        <message>
            <source>No help is chosen yet. Take a proposal, or use the catalogue.</source>
            <translation>Der er ikke valgt hjælp endnu. Tag et forslag, eller brug kataloget.</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Indstillinger</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Dig</translation>
        </message>
        <message>
            <source>Stands under the decisions you make.</source>
            <translation>Står under de afgørelser, du træffer.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhed</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Ikke valgt</translation>
        </message>
        <message>
            <source>Its quality standards are proposed for new visits.</source>
            <translation>Dens kvalitetsstandarder bliver foreslået til nye besøg.</translation>
        </message>
        <message>
            <source>Municipality</source>
            <translation>Kommune</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Udseende</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Lyst</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Mørkt</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Høj kontrast</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>Almindelig tekst</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Større tekst</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Farver</translation>
        </message>
        <message>
            <source>Language (from the next start)</source>
            <translation>Sprog (fra næste start)</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Tekststørrelse</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>Sikkerhed</translation>
        </message>
        <message>
            <source>What you record is encrypted with your passphrase.</source>
            <translation>Det, du noterer, er krypteret med din adgangssætning.</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minut</numerusform>
                <numerusform>%n minutter</numerusform>
            </translation>
        </message>
        <message>
            <source>Change the passphrase</source>
            <translation>Skift adgangssætning</translation>
        </message>
        <message>
            <source>Lock now (Ctrl+L)</source>
            <translation>Lås nu (Ctrl+L)</translation>
        </message>
        <message>
            <source>Lock after</source>
            <translation>Lås efter</translation>
        </message>
        <message>
            <source>Current passphrase</source>
            <translation>Nuværende adgangssætning</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Ny adgangssætning</translation>
        </message>
        <message>
            <source>Closed cases</source>
            <translation>Afsluttede sager</translation>
        </message>
        <message>
            <source>Closed cases are deleted from this computer when the municipality's system has confirmed that it has them. What has not been sent is never deleted, and a case that is needed again is fetched from there by searching for the citizen.</source>
            <translation>Afsluttede sager slettes fra denne computer, når kommunens server har bekræftet, at den har dem. Det, der ikke er sendt, slettes aldrig, og en sag, du får brug for igen, henter du ved at søge borgeren frem hos kommunen.</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n dag</numerusform>
                <numerusform>%n dage</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete after</source>
            <translation>Slet efter</translation>
        </message>
        <message>
            <source>The passphrase is changed.</source>
            <translation>Adgangssætningen er skiftet.</translation>
        </message>
    </context>
    <context>
        <name>SettleDialog</name>
        <message>
            <source>Written differently</source>
            <translation>Skrevet forskelligt</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Borger uden navn</translation>
        </message>
        <message>
            <source>Use this text</source>
            <translation>Brug denne tekst</translation>
        </message>
        <message>
            <source>Or write something else</source>
            <translation>Eller skriv noget andet</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Unknown</source>
            <translation>Ukendt</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>Ikke oplyst</translation>
        </message>
        <message>
            <source>Choose this</source>
            <translation>Vælg denne</translation>
        </message>
        <message>
            <source>{field}: choose {value}, written by {who}</source>
            <translation>{field}: vælg {value}, skrevet af {who}</translation>
        </message>
        <message>
            <source>added: {text}</source>
            <translation>tilføjet: {text}</translation>
        </message>
        <message>
            <source>only here: {text}</source>
            <translation>kun her: {text}</translation>
        </message>
        <message>
            <source>removed: {text}</source>
            <translation>fjernet: {text}</translation>
        </message>
    </context>
    <context>
        <name>Sides</name>
        <message>
            <source>On this computer</source>
            <translation>På denne computer</translation>
        </message>
        <message>
            <source>On the computer {name}</source>
            <translation>På computeren {name}</translation>
        </message>
        <message>
            <source>On another computer</source>
            <translation>På en anden computer</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} kl. {time}</translation>
        </message>
    </context>
    <context>
        <name>SignPart</name>
        <message>
            <source>Print draft</source>
            <translation>Udskriv udkast</translation>
        </message>
        <message>
            <source>Sign and lock</source>
            <translation>Underskriv og lås</translation>
        </message>
        <message numerus="yes">
            <source>%n point(s) missing before you can lock</source>
            <translation>
                <numerusform>%n punkt mangler, før du kan låse</numerusform>
                <numerusform>%n punkter mangler, før du kan låse</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourcePart</name>
        <message>
            <source>Source</source>
            <translation>Kilde</translation>
        </message>
        <message>
            <source>For example: the doctor</source>
            <translation>For eksempel: lægen</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>Hvad den siger</translation>
        </message>
        <message>
            <source>Does the citizen know that we have it?</source>
            <translation>Ved borgeren, at vi har oplysningen?</translation>
        </message>
        <message>
            <source>Does it weigh against the citizen?</source>
            <translation>Taler den imod borgeren?</translation>
        </message>
        <message>
            <source>Does it matter for the decision?</source>
            <translation>Betyder den noget for afgørelsen?</translation>
        </message>
        <message>
            <source>Sent to the citizen on</source>
            <translation>Sendt til borgeren den</translation>
        </message>
        <message>
            <source>The citizen's reply</source>
            <translation>Borgerens svar</translation>
        </message>
        <message>
            <source>Remove source</source>
            <translation>Fjern kilden</translation>
        </message>
        <message>
            <source>Show the letter</source>
            <translation>Vis brevet</translation>
        </message>
        <message>
            <source>a source without a name</source>
            <translation>en kilde uden navn</translation>
        </message>
        <message>
            <source>Remove source: {name}</source>
            <translation>Fjern kilden: {name}</translation>
        </message>
        <message>
            <source>Show the letter: {name}</source>
            <translation>Vis brevet: {name}</translation>
        </message>
        <message>
            <source>The citizen must be heard on this before you decide.</source>
            <translation>Borgeren skal høres om dette, før du afgør sagen.</translation>
        </message>
        <message>
            <source>The letter is finished. Send it from Letters, so it is recorded.</source>
            <translation>Brevet er færdigt. Send det under Breve. Så er det også noteret her.</translation>
        </message>
        <message>
            <source>The citizen has been asked. Write the reply, or that none came.</source>
            <translation>Borgeren er spurgt. Skriv svaret, eller at der ikke kom noget.</translation>
        </message>
    </context>
    <context>
        <name>Stair</name>
        <message>
            <source>Stands here</source>
            <translation>Står her</translation>
        </message>
        <message>
            <source>Aims at</source>
            <translation>Sigter mod</translation>
        </message>
        <message>
            <source>Considered</source>
            <translation>Overvejet</translation>
        </message>
        <message>
            <source>{name}: step {number} of {all}, {step}</source>
            <translation>{name}: trin {number} af {all}, {step}</translation>
        </message>
    </context>
    <context>
        <name>StairPart</name>
        <message>
            <source>The citizen stands on</source>
            <translation>Borgeren står på</translation>
        </message>
        <message>
            <source>Choose the steps; there may be several.</source>
            <translation>Vælg de trin, borgeren står på nu. Der kan være flere.</translation>
        </message>
        <message>
            <source>Choose the step.</source>
            <translation>Vælg det trin, borgeren står på nu.</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Ikke valgt</translation>
        </message>
        <message>
            <source>Aims at</source>
            <translation>Sigter mod</translation>
        </message>
        <message>
            <source>Lower steps that were tried or considered</source>
            <translation>Lavere trin, der er prøvet eller overvejet</translation>
        </message>
        <message>
            <source>For example: what was tried, and why it did not reach far enough.</source>
            <translation>For eksempel: hvad der er prøvet, og hvorfor det ikke rakte.</translation>
        </message>
        <message>
            <source>Why the lower steps are not enough</source>
            <translation>Hvorfor de lavere trin ikke er nok</translation>
        </message>
    </context>
    <context>
        <name>StandardChoice</name>
        <message>
            <source>Quality standard</source>
            <translation>Kvalitetsstandard</translation>
        </message>
        <message>
            <source>Several, if the help needs it.</source>
            <translation>Vælg flere, hvis hjælpen kræver det.</translation>
        </message>
    </context>
    <context>
        <name>StandardWords</name>
        <message>
            <source>What the standard says</source>
            <translation>Det siger standarden</translation>
        </message>
        <message>
            <source>Section {ref} of the standard</source>
            <translation>Standardens afsnit {ref}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>StandardsFoot</name>
        <message>
            <source>Add a quality standard</source>
            <translation>Tilføj kvalitetsstandard</translation>
        </message>
        <message>
            <source>The visit is made under: {standards}</source>
            <translation>Besøget følger: {standards}</translation>
        </message>
        <message>
            <source>A visit needs one standard.</source>
            <translation>Et besøg skal have en standard.</translation>
        </message>
        <message>
            <source>Something is applied for or chosen under this standard.</source>
            <translation>Der er søgt om eller valgt noget efter denne standard.</translation>
        </message>
        <message>
            <source>Quality standards of the visit</source>
            <translation>Besøgets kvalitetsstandarder</translation>
        </message>
    </context>
    <context>
        <name>StartRow</name>
        <message>
            <source>Another provider begins</source>
            <translation>En anden leverandør begynder</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Leverandør</translation>
        </message>
        <message>
            <source>The provider was told on</source>
            <translation>Leverandøren fik besked den</translation>
        </message>
        <message>
            <source>The provider called the citizen on</source>
            <translation>Leverandøren kontaktede borgeren den</translation>
        </message>
        <message>
            <source>First visit on</source>
            <translation>Første besøg den</translation>
        </message>
        <message>
            <source>Weekdays, times, who does what, and how they work with the goals.</source>
            <translation>Ugedage, tidspunkter, hvem der gør hvad, og hvordan der arbejdes med målene.</translation>
        </message>
        <message>
            <source>Agreed at the first visit</source>
            <translation>Aftalt ved første besøg</translation>
        </message>
        <message>
            <source>Begun on {day}.</source>
            <translation>Begyndt {day}.</translation>
        </message>
        <message>
            <source>Normally begun by {day} at the latest.</source>
            <translation>Skal normalt være i gang senest {day}.</translation>
        </message>
        <message>
            <source>The citizen was called on {day}; not begun yet.</source>
            <translation>Borgeren er kontaktet {day}. Hjælpen er ikke begyndt endnu.</translation>
        </message>
        <message>
            <source>The provider was told on {day}; not begun yet.</source>
            <translation>Leverandøren fik besked {day}. Hjælpen er ikke begyndt endnu.</translation>
        </message>
        <message>
            <source>Nothing noted yet.</source>
            <translation>Intet noteret endnu.</translation>
        </message>
        <message>
            <source>Another provider begins: {name}</source>
            <translation>En anden leverandør begynder: {name}</translation>
        </message>
    </context>
    <context>
        <name>StartWindow</name>
        <message>
            <source>Hjemmebesøg</source>
            <translation>Hjemmebesøg</translation>
        </message>
    </context>
    <context>
        <name>StartsCard</name>
        <message>
            <source>The providers begin</source>
            <translation>Leverandørernes opstart</translation>
        </message>
        <message>
            <source>No help is granted yet.</source>
            <translation>Der er ikke bevilget hjælp endnu.</translation>
        </message>
        <message>
            <source>Change provider</source>
            <translation>Skift leverandør</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) of provider asked for.</source>
            <translation>
                <numerusform>Der er bedt om %n skift af leverandør.</numerusform>
                <numerusform>Der er bedt om %n skift af leverandør.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Everything is saved on this computer</source>
            <translation>Alt er gemt på denne computer</translation>
        </message>
        <message>
            <source>What was changed?</source>
            <translation>Hvad er ændret?</translation>
        </message>
        <message>
            <source>The history of the visit (Ctrl+Shift+H)</source>
            <translation>Besøgets historik (Ctrl+Shift+H)</translation>
        </message>
        <message>
            <source>What is on this computer only, and what was sent</source>
            <translation>Hvad der kun er på denne computer, og hvad der er sendt</translation>
        </message>
        <message>
            <source>Demonstration: made-up citizens</source>
            <translation>Demonstration: opdigtede borgere</translation>
        </message>
        <message>
            <source>Saved at {time} on this computer</source>
            <translation>Gemt kl. {time} på denne computer</translation>
        </message>
        <message>
            <source>Not saved: the disk does not take what you write</source>
            <translation>Ikke gemt: disken tager ikke imod det, du skriver</translation>
        </message>
        <message numerus="yes">
            <source>Locks after %n minute(s) without use</source>
            <translation>
                <numerusform>Låser efter %n minut uden brug</numerusform>
                <numerusform>Låser efter %n minutter uden brug</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusScale</name>
        <message>
            <source>To be changed before help can start</source>
            <translation>Skal ændres, før hjælpen kan starte</translation>
        </message>
        <message>
            <source>In order</source>
            <translation>I orden</translation>
        </message>
        <message>
            <source>To be changed</source>
            <translation>Skal ændres</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ændres</translation>
        </message>
        <message>
            <source>Before start</source>
            <translation>Før start</translation>
        </message>
        <message>
            <source>Not relevant</source>
            <translation>Ikke relevant</translation>
        </message>
    </context>
    <context>
        <name>StayRow</name>
        <message>
            <source>What</source>
            <translation>Hvad</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Fra</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Til</translation>
        </message>
        <message>
            <source>First day of support</source>
            <translation>Første dag med støtte</translation>
        </message>
        <message>
            <source>Last day of support</source>
            <translation>Sidste dag med støtte</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Hospital stay</source>
            <translation>Indlæggelse</translation>
        </message>
        <message>
            <source>Relief or clarifying stay</source>
            <translation>Aflastning eller afklaring</translation>
        </message>
        <message>
            <source>Discharge</source>
            <translation>Udskrivning</translation>
        </message>
        <message>
            <source>A stay</source>
            <translation>Et ophold</translation>
        </message>
        <message>
            <source>The last day of support is before the first.</source>
            <translation>Sidste dag med støtte ligger før den første.</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) of support.</source>
            <translation>
                <numerusform>%n dag med støtte.</numerusform>
                <numerusform>%n dage med støtte.</numerusform>
            </translation>
        </message>
        <message>
            <source>The standard gives up to {days} days.</source>
            <translation>Standarden giver op til {days} dage.</translation>
        </message>
    </context>
    <context>
        <name>StaysCard</name>
        <message>
            <source>Stays at hospital and support around them</source>
            <translation>Indlæggelser og støtte omkring dem</translation>
        </message>
        <message>
            <source>No stays noted.</source>
            <translation>Ingen indlæggelser noteret.</translation>
        </message>
        <message>
            <source>Add stay</source>
            <translation>Tilføj indlæggelse</translation>
        </message>
    </context>
    <context>
        <name>SwapRow</name>
        <message>
            <source>Day of the swap</source>
            <translation>Byttet den</translation>
        </message>
        <message>
            <source>Told by</source>
            <translation>Oplyst af</translation>
        </message>
        <message>
            <source>Instead of</source>
            <translation>I stedet for</translation>
        </message>
        <message>
            <source>The citizen got</source>
            <translation>Borgeren fik</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>{new} instead of {old}</source>
            <translation>{new} i stedet for {old}</translation>
        </message>
        <message>
            <source>Something else instead of {old}</source>
            <translation>Andet i stedet for {old}</translation>
        </message>
        <message>
            <source>Swapped to {new}</source>
            <translation>Byttet til {new}</translation>
        </message>
        <message>
            <source>A swap</source>
            <translation>En bytning</translation>
        </message>
    </context>
    <context>
        <name>SwapsCard</name>
        <message>
            <source>Swapped services</source>
            <translation>Bytteydelser</translation>
        </message>
        <message>
            <source>No swaps noted.</source>
            <translation>Ingen bytninger noteret.</translation>
        </message>
        <message>
            <source>Add swap</source>
            <translation>Tilføj bytning</translation>
        </message>
        <message numerus="yes">
            <source>%n swap(s) in the last {months} months.</source>
            <translation>
                <numerusform>%n bytning i de seneste {months} måneder.</numerusform>
                <numerusform>%n bytninger i de seneste {months} måneder.</numerusform>
            </translation>
        </message>
        <message>
            <source>More than {count} ask for a new look at the case.</source>
            <translation>Flere end {count} giver anledning til en ny vurdering.</translation>
        </message>
    </context>
    <context>
        <name>SyncCard</name>
        <message>
            <source>Sending to the municipality</source>
            <translation>Kommunens server</translation>
        </message>
        <message>
            <source>Send and fetch now</source>
            <translation>Send og hent nu</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Show what is written differently</source>
            <translation>Vis det, der er skrevet forskelligt</translation>
        </message>
        <message>
            <source>Leave the server …</source>
            <translation>Afmeld computeren …</translation>
        </message>
        <message>
            <source>Enrolled for {user} at {address}</source>
            <translation>Tilmeldt for {user} på {address}</translation>
        </message>
        <message>
            <source>Everything you write is on this computer only, encrypted. That is fine, but a computer can be lost: take a backup to another disk now and then, under Settings, Backups. If the municipality has a server for Hjemmebesøg, enrol the computer there.</source>
            <translation>Alt, hvad du skriver, er kun på denne computer, krypteret. Det er helt i orden, men en computer kan blive væk: Tag jævnligt en sikkerhedskopi til en anden disk under Indstillinger, Sikkerhedskopier. Har kommunen en server til Hjemmebesøg, kan du tilmelde computeren her.</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>Ikke endnu</translation>
        </message>
        <message>
            <source>Came in and could not be read yet</source>
            <translation>Hentet, men kan ikke læses endnu</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n sag</numerusform>
                <numerusform>%n sager</numerusform>
            </translation>
        </message>
        <message>
            <source>Files to send</source>
            <translation>Filer, der mangler at blive sendt</translation>
        </message>
        <message>
            <source>Files to fetch</source>
            <translation>Filer, der mangler at blive hentet</translation>
        </message>
        <message>
            <source>On this computer only</source>
            <translation>Kun på denne computer</translation>
        </message>
        <message>
            <source>At the server</source>
            <translation>På kommunens server</translation>
        </message>
        <message>
            <source>Refused by the server</source>
            <translation>Ikke taget imod af serveren</translation>
        </message>
        <message>
            <source>Written differently</source>
            <translation>Skrevet forskelligt</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s)</source>
            <translation>
                <numerusform>%n felt</numerusform>
                <numerusform>%n felter</numerusform>
            </translation>
        </message>
        <message>
            <source>Moved, for reading only</source>
            <translation>Flyttet til andre (kan læses)</translation>
        </message>
        <message>
            <source>Last sent and fetched</source>
            <translation>Sidst sendt og hentet</translation>
        </message>
        <message>
            <source>Next attempt</source>
            <translation>Næste forsøg</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Uret</translation>
        </message>
        <message numerus="yes">
            <source>%n more refused</source>
            <translation>
                <numerusform>%n mere er ikke taget imod</numerusform>
                <numerusform>%n mere er ikke taget imod</numerusform>
            </translation>
        </message>
        <message>
            <source>Send all of them again</source>
            <translation>Send dem alle igen</translation>
        </message>
        <message>
            <source>Refused {moment}: {what}</source>
            <translation>Ikke taget imod {moment}: {what}</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Send igen</translation>
        </message>
        <message>
            <source>Send again: {what}</source>
            <translation>Send igen: {what}</translation>
        </message>
        <message>
            <source>Leave the server?</source>
            <translation>Skal computeren afmeldes?</translation>
        </message>
        <message>
            <source>All that is here stays on this computer. Nothing is sent any more, and a new code is needed to enrol the computer again.</source>
            <translation>Alt, hvad der er her, bliver på computeren. Der sendes ikke mere, og det kræver en ny kode at tilmelde computeren igen.</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) have not been sent yet.</source>
            <translation>
                <numerusform>%n ændring er ikke sendt endnu.</numerusform>
                <numerusform>%n ændringer er ikke sendt endnu.</numerusform>
            </translation>
        </message>
        <message>
            <source>The server could not be reached, and does not know yet that the computer has left. Tell the administrator, who takes it off the list.</source>
            <translation>Serveren kunne ikke nås og ved endnu ikke, at computeren er meldt fra. Sig det til administratoren, som tager den af listen.</translation>
        </message>
        <message numerus="yes">
            <source>Every %n minute(s)</source>
            <translation>
                <numerusform>Hvert minut</numerusform>
                <numerusform>Hvert %n. minut</numerusform>
            </translation>
        </message>
        <message>
            <source>Sends and fetches</source>
            <translation>Sender og henter</translation>
        </message>
    </context>
    <context>
        <name>SyncDialog</name>
        <message>
            <source>Sending to the municipality</source>
            <translation>Kommunens server</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>SyncTies</name>
        <message>
            <source>The case was erased at the municipality, and therefore here too.</source>
            <translation>Sagen er slettet hos kommunen og derfor også her.</translation>
        </message>
    </context>
    <context>
        <name>SyncWords</name>
        <message>
            <source>Only on this computer</source>
            <translation>Kun på denne computer</translation>
        </message>
        <message numerus="yes">
            <source>%n refused</source>
            <translation>
                <numerusform>%n ikke taget imod</numerusform>
                <numerusform>%n ikke taget imod</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n written differently</source>
            <translation>
                <numerusform>%n felt skrevet forskelligt</numerusform>
                <numerusform>%n felter skrevet forskelligt</numerusform>
            </translation>
        </message>
        <message>
            <source>Last sent {moment}</source>
            <translation>Sidst sendt {moment}</translation>
        </message>
        <message>
            <source>Sending changes</source>
            <translation>Sender ændringer</translation>
        </message>
        <message>
            <source>Fetching changes</source>
            <translation>Henter ændringer</translation>
        </message>
        <message>
            <source>Sending pictures and documents</source>
            <translation>Sender billeder og dokumenter</translation>
        </message>
        <message>
            <source>Fetching pictures and documents</source>
            <translation>Henter billeder og dokumenter</translation>
        </message>
        <message>
            <source>Fetching quality standards</source>
            <translation>Henter kvalitetsstandarder</translation>
        </message>
        <message>
            <source>Calling the municipality's server</source>
            <translation>Forbinder til kommunens server</translation>
        </message>
        <message>
            <source>at {time}</source>
            <translation>kl. {time}</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} kl. {time}</translation>
        </message>
        <message>
            <source>When you ask for it</source>
            <translation>Når du beder om det</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Nu</translation>
        </message>
        <message numerus="yes">
            <source>This computer's clock is %n minute(s) slow</source>
            <translation>
                <numerusform>Computerens ur går %n minut bagud</numerusform>
                <numerusform>Computerens ur går %n minutter bagud</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This computer's clock is %n minute(s) fast</source>
            <translation>
                <numerusform>Computerens ur går %n minut foran</numerusform>
                <numerusform>Computerens ur går %n minutter foran</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n decision(s), with this computer's seal only</source>
            <translation>
                <numerusform>%n afgørelse, kun med denne computers segl</numerusform>
                <numerusform>%n afgørelser, kun med denne computers segl</numerusform>
            </translation>
        </message>
        <message>
            <source>Not sealed by the municipality</source>
            <translation>Uden kommunens segl</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n ændring</numerusform>
                <numerusform>%n ændringer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n fil</numerusform>
                <numerusform>%n filer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) are on this computer only</source>
            <translation>
                <numerusform>%n ændring er kun på denne computer</numerusform>
                <numerusform>%n ændringer er kun på denne computer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) or document(s) are on this computer only</source>
            <translation>
                <numerusform>%n fil er kun på denne computer</numerusform>
                <numerusform>%n filer er kun på denne computer</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is at the municipality's server</source>
            <translation>Alt er på kommunens server</translation>
        </message>
        <message>
            <source>{what}: {done} of {total}</source>
            <translation>{what}: {done} af {total}</translation>
        </message>
    </context>
    <context>
        <name>TargetPart</name>
        <message>
            <source>Target group and unit</source>
            <translation>Målgruppe og enhed</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Ikke valgt</translation>
        </message>
        <message>
            <source>Target group</source>
            <translation>Målgruppe</translation>
        </message>
        <message>
            <source>How long the need is expected to last</source>
            <translation>Hvor længe behovet ventes at vare</translation>
        </message>
        <message>
            <source>Permanent</source>
            <translation>Varigt</translation>
        </message>
        <message>
            <source>Temporary</source>
            <translation>Midlertidigt</translation>
        </message>
        <message>
            <source>Stands in the letters. The municipality's own number may stand here.</source>
            <translation>Står i brevene. Her kan kommunens eget nummer stå.</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Sagsnummer</translation>
        </message>
        <message>
            <source>Decided by: {unit}</source>
            <translation>Afgøres af: {unit}</translation>
        </message>
    </context>
    <context>
        <name>TextArea</name>
        <message numerus="yes">
            <source>%n character(s) too many: shorten the text.</source>
            <translation>
                <numerusform>Teksten er %n tegn for lang. Gør den kortere.</numerusform>
                <numerusform>Teksten er %n tegn for lang. Gør den kortere.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TurnCard</name>
        <message>
            <source>The screen turned to the citizen</source>
            <translation>Skærmen vendt mod borgeren</translation>
        </message>
        <message>
            <source>The way back to the case asks for your passphrase, or for a PIN that holds until the program locks. After three wrong tries only the passphrase opens.</source>
            <translation>Vejen tilbage til sagen spørger efter din adgangssætning eller efter en pinkode, der gælder, til programmet låser. Efter tre forkerte forsøg åbner kun adgangssætningen.</translation>
        </message>
        <message>
            <source>Use this PIN</source>
            <translation>Brug denne pinkode</translation>
        </message>
        <message>
            <source>PIN, at least four digits</source>
            <translation>Pinkode, mindst fire cifre</translation>
        </message>
        <message>
            <source>The PIN holds until the program locks.</source>
            <translation>Pinkoden gælder, til programmet låser.</translation>
        </message>
        <message>
            <source>The way back asks for the passphrase.</source>
            <translation>Vejen tilbage spørger efter adgangssætningen.</translation>
        </message>
    </context>
    <context>
        <name>UnfinishedLines</name>
        <message>
            <source>Not finished: you were writing this when the program stopped or locked.</source>
            <translation>Ikke færdig: Du var i gang med at skrive dette, da programmet stoppede eller låste.</translation>
        </message>
        <message>
            <source>Not finished when you left, and not recorded yet. It is back where you wrote it: {what}.</source>
            <translation>Ikke skrevet færdigt sidst og endnu ikke registreret. Det står igen, hvor du skrev det: {what}.</translation>
        </message>
        <message>
            <source>You were writing this, but its field has been changed since or is not shown. It is not recorded: {what}. Write it again if it still holds, or press Esc in the field to let it go.</source>
            <translation>Du var i gang med at skrive dette, men feltet er ændret siden eller vises ikke. Det er ikke registreret: {what}. Skriv det igen, hvis det stadig gælder, eller tryk Esc i feltet for at lade det falde.</translation>
        </message>
    </context>
    <context>
        <name>UnlockWindow</name>
        <message>
            <source>Unlock Hjemmebesøg</source>
            <translation>Lås Hjemmebesøg op</translation>
        </message>
        <message>
            <source>What you have recorded is encrypted on this computer.</source>
            <translation>Det, du har noteret, ligger krypteret på denne computer.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Adgangssætning</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Lås op</translation>
        </message>
        <message>
            <source>Unlock with the computer's keyring</source>
            <translation>Lås op med computerens nøglering</translation>
        </message>
        <message>
            <source>The backup of {when} is in place. Unlock with the passphrase of that day.</source>
            <translation>Sikkerhedskopien fra {when} er sat i stedet. Lås op med den adgangssætning, der gjaldt den dag.</translation>
        </message>
        <message>
            <source>The program locks as soon as what is under way is done.</source>
            <translation>Programmet låser, så snart det, der er i gang, er færdigt.</translation>
        </message>
        <message>
            <source>The disk would not take the last text. It is held encrypted in memory until you unlock: do not close the program before.</source>
            <translation>Disken kunne ikke tage imod den sidste tekst. Den holdes krypteret i hukommelsen, til du låser op. Luk ikke programmet før.</translation>
        </message>
    </context>
    <context>
        <name>Upkeep</name>
        <message>
            <source>The automatic backup was not taken. {why}</source>
            <translation>Den automatiske sikkerhedskopi blev ikke taget. {why}</translation>
        </message>
    </context>
    <context>
        <name>Values</name>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nej</translation>
        </message>
        <message>
            <source>Level {value}</source>
            <translation>Niveau {value}</translation>
        </message>
    </context>
    <context>
        <name>VisitCardPanel</name>
        <message>
            <source>Open the visit</source>
            <translation>Åbn besøget</translation>
        </message>
        <message>
            <source>The visit cannot be shown</source>
            <translation>Besøget kan ikke vises</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Borger uden navn</translation>
        </message>
        <message>
            <source>Read the visit</source>
            <translation>Læs besøget</translation>
        </message>
        <message>
            <source>Continue the visit</source>
            <translation>Fortsæt besøget</translation>
        </message>
        <message>
            <source>CPR {cpr}</source>
            <translation>CPR {cpr}</translation>
        </message>
        <message>
            <source>{age} years</source>
            <translation>{age} år</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Henvendelse</translation>
        </message>
        <message>
            <source>Applied for</source>
            <translation>Søgt om</translation>
        </message>
        <message>
            <source>Lives with</source>
            <translation>Bor med</translation>
        </message>
        <message>
            <source>Companion</source>
            <translation>Bisidder</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprog</translation>
        </message>
        <message>
            <source>Others in the home</source>
            <translation>Anden hjælp</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>{language} (interpreter)</source>
            <translation>{language} (tolk)</translation>
        </message>
        <message>
            <source>Protected</source>
            <translation>Beskyttet</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Mangler</translation>
        </message>
    </context>
    <context>
        <name>VisitDesk</name>
        <message>
            <source>Undone</source>
            <translation>Fortrudt</translation>
        </message>
        <message>
            <source>Done again</source>
            <translation>Gjort igen</translation>
        </message>
        <message>
            <source>Changed after the decision was issued: {what}. The decision stands as it was issued.</source>
            <translation>Ændret, efter at afgørelsen blev udstedt: {what}. Afgørelsen gælder, som den blev udstedt.</translation>
        </message>
        <message>
            <source>Choose a photo</source>
            <translation>Vælg et billede</translation>
        </message>
        <message>
            <source>Photos (*.jpg *.jpeg *.png *.webp)</source>
            <translation>Billeder (*.jpg *.jpeg *.png *.webp)</translation>
        </message>
    </context>
    <context>
        <name>VisitDraft</name>
        <message>
            <source>You were planning this visit when the program locked or was closed. Here is what you had typed.</source>
            <translation>Du var ved at planlægge dette besøg, da programmet låste eller blev lukket. Her er det, du havde skrevet.</translation>
        </message>
    </context>
    <context>
        <name>VisitHeader</name>
        <message>
            <source>‹ Visits</source>
            <translation>‹ Besøg</translation>
        </message>
        <message>
            <source>Turn the screen</source>
            <translation>Vend skærmen</translation>
        </message>
        <message>
            <source>Show the consents to the citizen and nothing else</source>
            <translation>Vis samtykkerne til borgeren og intet andet</translation>
        </message>
        <message>
            <source>To the decision</source>
            <translation>Til afgørelse</translation>
        </message>
        <message>
            <source>Sign and lock</source>
            <translation>Underskriv og lås</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Borger uden navn</translation>
        </message>
        <message>
            <source>{age} years</source>
            <translation>{age} år</translation>
        </message>
        <message>
            <source>CPR {cpr}</source>
            <translation>CPR {cpr}</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) missing</source>
            <translation>
                <numerusform>%n punkt mangler</numerusform>
                <numerusform>%n punkter mangler</numerusform>
            </translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Afgjort</translation>
        </message>
        <message>
            <source>Being locked</source>
            <translation>Bliver låst</translation>
        </message>
        <message>
            <source>‹ The visit</source>
            <translation>‹ Besøget</translation>
        </message>
    </context>
    <context>
        <name>VisitHistoryDialog</name>
        <message>
            <source>The history of the visit</source>
            <translation>Besøgets historik</translation>
        </message>
        <message>
            <source>Show what was done before</source>
            <translation>Vis det, der er gjort før</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} kl. {time}</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Ukendt</translation>
        </message>
        <message>
            <source>Changed after the decision was issued</source>
            <translation>Ændret, efter at afgørelsen blev udstedt</translation>
        </message>
        <message>
            <source>The letter was finished: {kind}</source>
            <translation>Brevet er gjort færdigt: {kind}</translation>
        </message>
        <message>
            <source>The decision was issued: version {n}</source>
            <translation>Afgørelsen er udstedt: version {n}</translation>
        </message>
        <message>
            <source>{name}: removed</source>
            <translation>{name}: fjernet</translation>
        </message>
        <message>
            <source>{name}: added</source>
            <translation>{name}: tilføjet</translation>
        </message>
        <message>
            <source>Erased</source>
            <translation>Slettet</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>Ikke noteret</translation>
        </message>
        <message>
            <source>{name}: {now}</source>
            <translation>{name}: {now}</translation>
        </message>
        <message>
            <source>{name}: {now} (before: {before})</source>
            <translation>{name}: {now} (før: {before})</translation>
        </message>
    </context>
    <context>
        <name>WayBack</name>
        <message>
            <source>Thank you</source>
            <translation>Tak</translation>
        </message>
        <message>
            <source>Give the computer back to your visitator.</source>
            <translation>Giv computeren tilbage til visitator.</translation>
        </message>
        <message>
            <source>PIN or passphrase</source>
            <translation>Pinkode eller adgangssætning</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Adgangssætning</translation>
        </message>
        <message>
            <source>Back to the visit</source>
            <translation>Tilbage til besøget</translation>
        </message>
    </context>
    <context>
        <name>WeekCard</name>
        <message>
            <source>The week</source>
            <translation>Ugen</translation>
        </message>
        <message>
            <source>No weekday agreed: {names}</source>
            <translation>Ingen aftalt ugedag: {names}</translation>
        </message>
        <message>
            <source>Time in a week, where it is known: {hours} h {minutes} min</source>
            <translation>Tid om ugen, hvor den er kendt: {hours} t {minutes} min</translation>
        </message>
    </context>
    <context>
        <name>WeekView</name>
        <message>
            <source>Monday</source>
            <translation>Mandag</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Tirsdag</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Onsdag</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Torsdag</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Fredag</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Lørdag</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Søndag</translation>
        </message>
        <message>
            <source>The week</source>
            <translation>Ugen</translation>
        </message>
        <message>
            <source>No help is placed in the week yet.</source>
            <translation>Der er endnu ingen hjælp lagt i ugen.</translation>
        </message>
        <message>
            <source>No fixed time</source>
            <translation>Uden fast tid</translation>
        </message>
    </context>
    <context>
        <name>WeekdayPicker</name>
        <message>
            <source>Mo</source>
            <translation>Ma</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Mandag</translation>
        </message>
        <message>
            <source>Tu</source>
            <translation>Ti</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Tirsdag</translation>
        </message>
        <message>
            <source>We</source>
            <translation>On</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Onsdag</translation>
        </message>
        <message>
            <source>Th</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Torsdag</translation>
        </message>
        <message>
            <source>Fr</source>
            <translation>Fr</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Fredag</translation>
        </message>
        <message>
            <source>Sa</source>
            <translation>Lø</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Lørdag</translation>
        </message>
        <message>
            <source>Su</source>
            <translation>Sø</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Søndag</translation>
        </message>
    </context>
    <context>
        <name>WithdrawPart</name>
        <message>
            <source>Record withdrawal</source>
            <translation>Registrér tilbagetrækning</translation>
        </message>
        <message>
            <source>For example: by phone, at the visit, in writing</source>
            <translation>For eksempel: i telefonen, ved besøget, skriftligt</translation>
        </message>
        <message>
            <source>How it was withdrawn</source>
            <translation>Sådan blev det trukket tilbage</translation>
        </message>
        <message>
            <source>Record withdrawal: {name}</source>
            <translation>Registrér tilbagetrækning: {name}</translation>
        </message>
        <message>
            <source>Consent withdrawn</source>
            <translation>Samtykke trukket tilbage</translation>
        </message>
    </context>
    <context>
        <name>WordsHead</name>
        <message>
            <source>The standard has no levels: describe in words.</source>
            <translation>Standarden har ingen niveauer. Beskriv med ord.</translation>
        </message>
        <message numerus="yes">
            <source>%n area(s) described</source>
            <translation>
                <numerusform>%n område beskrevet</numerusform>
                <numerusform>%n områder beskrevet</numerusform>
            </translation>
        </message>
        <message>
            <source>{done} of {all} described</source>
            <translation>{done} af {all} beskrevet</translation>
        </message>
    </context>
    <context>
        <name>YesNo</name>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nej</translation>
        </message>
    </context>
    <context>
        <name>_Days</name>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n dag over fristen</numerusform>
                <numerusform>%n dage over fristen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n dag tilbage</numerusform>
                <numerusform>%n dage tilbage</numerusform>
            </translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Frist i dag</translation>
        </message>
    </context>
</TS>

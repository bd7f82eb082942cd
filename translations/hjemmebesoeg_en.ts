<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ActionPlanCard</name>
        <message>
            <source>Action plan</source>
            <translation>Action plan</translation>
        </message>
        <message>
            <source>Show action plan</source>
            <translation>Show action plan</translation>
        </message>
        <message>
            <source>Offered to the citizen on</source>
            <translation>Offered to the citizen on</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>The citizen wants one</source>
            <translation>The citizen wants one</translation>
        </message>
        <message>
            <source>In the citizen's own words. A plan is voluntary.</source>
            <translation>In the citizen's own words. A plan is voluntary.</translation>
        </message>
        <message>
            <source>Why, or why not</source>
            <translation>Why, or why not</translation>
        </message>
        <message>
            <source>Purpose of the effort</source>
            <translation>Purpose of the effort</translation>
        </message>
        <message>
            <source>What effort is needed</source>
            <translation>What effort is needed</translation>
        </message>
        <message>
            <source>How long it is expected to last</source>
            <translation>How long it is expected to last</translation>
        </message>
        <message>
            <source>Other matters: home, work, health, aids and the like</source>
            <translation>Other matters: home, work, health, aids and the like</translation>
        </message>
        <message>
            <source>Responsible for the plan</source>
            <translation>Responsible for the plan</translation>
        </message>
        <message>
            <source>To be looked at again on</source>
            <translation>To be looked at again on</translation>
        </message>
        <message>
            <source>The help goes on without an action plan: it is the citizen's choice.</source>
            <translation>The help goes on without an action plan: it is the citizen's choice.</translation>
        </message>
    </context>
    <context>
        <name>AcutePart</name>
        <message>
            <source>Urgency</source>
            <translation>Urgency</translation>
        </message>
        <message>
            <source>Help can start at once. The decision still has its deadline.</source>
            <translation>Help can start at once. The decision still has its deadline.</translation>
        </message>
        <message>
            <source>Is the need acute?</source>
            <translation>Is the need acute?</translation>
        </message>
        <message>
            <source>Help starts on</source>
            <translation>Help starts on</translation>
        </message>
        <message>
            <source>Why it cannot wait</source>
            <translation>Why it cannot wait</translation>
        </message>
    </context>
    <context>
        <name>AddressEditor</name>
        <message>
            <source>Street, number, floor</source>
            <translation>Street, number, floor</translation>
        </message>
        <message>
            <source>c/o or place</source>
            <translation>c/o or place</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Postcode</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>Town</translation>
        </message>
    </context>
    <context>
        <name>AddressPart</name>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Show the address</source>
            <translation>Show the address</translation>
        </message>
        <message>
            <source>Name and address are protected</source>
            <translation>Name and address are protected</translation>
        </message>
    </context>
    <context>
        <name>AgeChoicePart</name>
        <message>
            <source>The choice at {age} years</source>
            <translation>The choice at {age} years</translation>
        </message>
        <message>
            <source>The citizen chooses to</source>
            <translation>The citizen chooses to</translation>
        </message>
        <message>
            <source>stay here</source>
            <translation>stay here</translation>
        </message>
        <message>
            <source>be transferred</source>
            <translation>be transferred</translation>
        </message>
        <message>
            <source>{age} years on {day}. The citizen chooses, and may choose to stay.</source>
            <translation>{age} years on {day}. The citizen chooses, and may choose to stay.</translation>
        </message>
    </context>
    <context>
        <name>AreaCard</name>
        <message>
            <source>All in order</source>
            <translation>All in order</translation>
        </message>
        <message>
            <source>All in order: {area}</source>
            <translation>All in order: {area}</translation>
        </message>
        <message numerus="yes">
            <source>%n point(s) left</source>
            <translation>
                <numerusform>%n point left</numerusform>
                <numerusform>%n points left</numerusform>
            </translation>
        </message>
        <message>
            <source>Gone through</source>
            <translation>Gone through</translation>
        </message>
    </context>
    <context>
        <name>AreaRow</name>
        <message>
            <source>Single tasks</source>
            <translation>Single tasks</translation>
        </message>
    </context>
    <context>
        <name>AreaTexts</name>
        <message>
            <source>The citizen's own words …</source>
            <translation>The citizen's own words …</translation>
        </message>
        <message>
            <source>The citizen's own words</source>
            <translation>The citizen's own words</translation>
        </message>
        <message>
            <source>Observation</source>
            <translation>Observation</translation>
        </message>
        <message>
            <source>What help means</source>
            <translation>What help means</translation>
        </message>
        <message>
            <source>What has changed</source>
            <translation>What has changed</translation>
        </message>
    </context>
    <context>
        <name>AssessedFirstCard</name>
        <message>
            <source>Assessed first</source>
            <translation>Assessed first</translation>
        </message>
        <message>
            <source>Suitable</source>
            <translation>Suitable</translation>
        </message>
        <message>
            <source>Not suitable</source>
            <translation>Not suitable</translation>
        </message>
        <message>
            <source>Our assessment</source>
            <translation>Our assessment</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>Technology and aids considered</source>
            <translation>Technology and aids considered</translation>
        </message>
        <message>
            <source>Before help is decided, assess {what}.</source>
            <translation>Before help is decided, assess {what}.</translation>
        </message>
    </context>
    <context>
        <name>AssessmentHead</name>
        <message>
            <source>What the levels mean</source>
            <translation>What the levels mean</translation>
        </message>
        <message numerus="yes">
            <source>%n area(s) assessed</source>
            <translation>
                <numerusform>%n area assessed</numerusform>
                <numerusform>%n areas assessed</numerusform>
            </translation>
        </message>
        <message>
            <source>{done} of {all} assessed</source>
            <translation>{done} of {all} assessed</translation>
        </message>
        <message>
            <source>Type {first}–{last} to set the level and move on.</source>
            <translation>Type {first}–{last} to set the level and move on.</translation>
        </message>
        <message>
            <source>Grey dot: the assessment of {day}.</source>
            <translation>Grey dot: the assessment of {day}.</translation>
        </message>
    </context>
    <context>
        <name>BackupCard</name>
        <message>
            <source>Backups</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>One is taken each day and kept on this computer. Take one along to another disk too: a lost computer takes its own with it.</source>
            <translation>One is taken each day and kept on this computer. Take one along to another disk too: a lost computer takes its own with it.</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <source>No automatic backup has been taken yet.</source>
            <translation>No automatic backup has been taken yet.</translation>
        </message>
        <message>
            <source>Where is the backup to lie?</source>
            <translation>Where is the backup to lie?</translation>
        </message>
        <message>
            <source>The backup lies in {folder}. It is encrypted: only your passphrase opens it.</source>
            <translation>The backup lies in {folder}. It is encrypted: only your passphrase opens it.</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Close this notice</source>
            <translation>Close this notice</translation>
        </message>
    </context>
    <context>
        <name>BasisCard</name>
        <message>
            <source>Information basis and payment</source>
            <translation>Information basis and payment</translation>
        </message>
        <message>
            <source>Decided on the existing basis</source>
            <translation>Decided on the existing basis</translation>
        </message>
        <message>
            <source>Yes, if the citizen said no to information being obtained</source>
            <translation>Yes, if the citizen said no to information being obtained</translation>
        </message>
        <message>
            <source>What is missing in the basis</source>
            <translation>What is missing in the basis</translation>
        </message>
        <message>
            <source>What the citizen pays</source>
            <translation>What the citizen pays</translation>
        </message>
    </context>
    <context>
        <name>Binding</name>
        <message>
            <source>Who changed this?</source>
            <translation>Who changed this?</translation>
        </message>
    </context>
    <context>
        <name>CalendarPopup</name>
        <message>
            <source>Month before</source>
            <translation>Month before</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Next month</translation>
        </message>
    </context>
    <context>
        <name>CapacityEditor</name>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>A part</source>
            <translation>A part</translation>
        </message>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
    </context>
    <context>
        <name>Carrying</name>
        <message>
            <source>When the program locked, the disk would not take the last text. It has been put back now and is saved.</source>
            <translation>When the program locked, the disk would not take the last text. It has been put back now and is saved.</translation>
        </message>
        <message>
            <source>The disk still does not take the text from before the program locked. It is held in memory and is written when you leave the visit. Make room on the disk first.</source>
            <translation>The disk still does not take the text from before the program locked. It is held in memory and is written when you leave the visit. Make room on the disk first.</translation>
        </message>
        <message>
            <source>Not saved before the program locked, because it could not be read: {what}</source>
            <translation>Not saved before the program locked, because it could not be read: {what}</translation>
        </message>
        <message>
            <source>The citizen had begun to answer but had not saved when the program locked. Nothing of it was recorded. Turn the screen and ask again.</source>
            <translation>The citizen had begun to answer but had not saved when the program locked. Nothing of it was recorded. Turn the screen and ask again.</translation>
        </message>
        <message>
            <source>Text from before the program locked could not be put back: it belongs to other data than what is open now.</source>
            <translation>Text from before the program locked could not be put back: it belongs to other data than what is open now.</translation>
        </message>
    </context>
    <context>
        <name>CatalogueCard</name>
        <message>
            <source>The catalogue</source>
            <translation>The catalogue</translation>
        </message>
        <message>
            <source>For example: {items}</source>
            <translation>For example: {items}</translation>
        </message>
        <message>
            <source>Nothing in the catalogue has these words.</source>
            <translation>Nothing in the catalogue has these words.</translation>
        </message>
        <message>
            <source>Search in the catalogue</source>
            <translation>Search in the catalogue</translation>
        </message>
        <message>
            <source>{service} added</source>
            <translation>{service} added</translation>
        </message>
        <message>
            <source>{item} added</source>
            <translation>{item} added</translation>
        </message>
    </context>
    <context>
        <name>ChangeBars</name>
        <message>
            <source>What has changed since last time</source>
            <translation>What has changed since last time</translation>
        </message>
    </context>
    <context>
        <name>ChangesCard</name>
        <message>
            <source>Since last time</source>
            <translation>Since last time</translation>
        </message>
        <message>
            <source>Go to the assessment</source>
            <translation>Go to the assessment</translation>
        </message>
        <message>
            <source>Grey: last time. Coloured: now. Further right means more help is needed.</source>
            <translation>Grey: last time. Coloured: now. Further right means more help is needed.</translation>
        </message>
        <message>
            <source>Compared with {day}.</source>
            <translation>Compared with {day}.</translation>
        </message>
        <message>
            <source>There is no earlier visit in the case to compare with.</source>
            <translation>There is no earlier visit in the case to compare with.</translation>
        </message>
        <message>
            <source>The standard has no scale: write what has changed at each area.</source>
            <translation>The standard has no scale: write what has changed at each area.</translation>
        </message>
        <message>
            <source>Nothing is assessed yet.</source>
            <translation>Nothing is assessed yet.</translation>
        </message>
        <message>
            <source>Easier than last time: {before} → {now}</source>
            <translation>Easier than last time: {before} → {now}</translation>
        </message>
        <message>
            <source>Harder than last time: {before} → {now}</source>
            <translation>Harder than last time: {before} → {now}</translation>
        </message>
        <message>
            <source>As last time: {now}</source>
            <translation>As last time: {now}</translation>
        </message>
        <message>
            <source>Not assessed last time, now {now}</source>
            <translation>Not assessed last time, now {now}</translation>
        </message>
        <message>
            <source>Not assessed now, last time {before}</source>
            <translation>Not assessed now, last time {before}</translation>
        </message>
        <message>
            <source>Cannot be compared: {before} in another scale, now {now}</source>
            <translation>Cannot be compared: {before} in another scale, now {now}</translation>
        </message>
    </context>
    <context>
        <name>ChoicePart</name>
        <message>
            <source>Providers of the municipality's list</source>
            <translation>Providers of the municipality's list</translation>
        </message>
        <message>
            <source>Cancel the change</source>
            <translation>Cancel the change</translation>
        </message>
        <message>
            <source>Cancel the change: {name}</source>
            <translation>Cancel the change: {name}</translation>
        </message>
        <message>
            <source>Municipal</source>
            <translation>Municipal</translation>
        </message>
        <message>
            <source>Private</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Self-chosen helper</source>
            <translation>Self-chosen helper</translation>
        </message>
        <message>
            <source>External with an agreement</source>
            <translation>External with an agreement</translation>
        </message>
        <message>
            <source>Who carries out the help</source>
            <translation>Who carries out the help</translation>
        </message>
        <message>
            <source>Name of the provider or helper</source>
            <translation>Name of the provider or helper</translation>
        </message>
        <message>
            <source>Seen in the register: {register}</source>
            <translation>Seen in the register: {register}</translation>
        </message>
        <message>
            <source>Change asked for on</source>
            <translation>Change asked for on</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>In special cases a change may begin earlier. The reason is printed.</source>
            <translation>In special cases a change may begin earlier. The reason is printed.</translation>
        </message>
        <message>
            <source>Reason for an earlier change</source>
            <translation>Reason for an earlier change</translation>
        </message>
        <message>
            <source>Change of provider</source>
            <translation>Change of provider</translation>
        </message>
        <message>
            <source>Choose from the list</source>
            <translation>Choose from the list</translation>
        </message>
        <message>
            <source>By the standard the new provider begins on {date} at the earliest.</source>
            <translation>By the standard the new provider begins on {date} at the earliest.</translation>
        </message>
    </context>
    <context>
        <name>CitizenTurn</name>
        <message>
            <source>Consent signed</source>
            <translation>Consent signed</translation>
        </message>
    </context>
    <context>
        <name>CitizensPage</name>
        <message>
            <source>Name, CPR, address or phone</source>
            <translation>Name, CPR, address or phone</translation>
        </message>
        <message>
            <source>Find a citizen</source>
            <translation>Find a citizen</translation>
        </message>
        <message>
            <source>Citizens</source>
            <translation>Citizens</translation>
        </message>
        <message>
            <source>No citizens here</source>
            <translation>No citizens here</translation>
        </message>
        <message>
            <source>Citizens come with the work list, or with the first visit you plan.</source>
            <translation>Citizens come with the work list, or with the first visit you plan.</translation>
        </message>
        <message>
            <source>Search at the municipality too …</source>
            <translation>Search at the municipality too …</translation>
        </message>
        <message>
            <source>Protected address</source>
            <translation>Protected address</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>No visits yet.</source>
            <translation>No visits yet.</translation>
        </message>
        <message>
            <source>Plan a visit</source>
            <translation>Plan a visit</translation>
        </message>
        <message>
            <source>CPR {cpr}</source>
            <translation>CPR {cpr}</translation>
        </message>
        <message>
            <source>{age} years</source>
            <translation>{age} years</translation>
        </message>
        <message>
            <source>New citizen and visit</source>
            <translation>New citizen and visit</translation>
        </message>
    </context>
    <context>
        <name>ComplaintRow</name>
        <message>
            <source>What the citizen complains of</source>
            <translation>What the citizen complains of</translation>
        </message>
        <message>
            <source>The case was looked at again, and</source>
            <translation>The case was looked at again, and</translation>
        </message>
        <message>
            <source>Looked at again on</source>
            <translation>Looked at again on</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>Sent on to the appeals board on</source>
            <translation>Sent on to the appeals board on</translation>
        </message>
        <message>
            <source>The board's answer came on</source>
            <translation>The board's answer came on</translation>
        </message>
        <message>
            <source>What the board answered</source>
            <translation>What the board answered</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Received on</translation>
        </message>
        <message>
            <source>About</source>
            <translation>About</translation>
        </message>
        <message>
            <source>In writing</source>
            <translation>In writing</translation>
        </message>
        <message>
            <source>Orally</source>
            <translation>Orally</translation>
        </message>
        <message>
            <source>How it came</source>
            <translation>How it came</translation>
        </message>
        <message>
            <source>An oral complaint is written down by us.</source>
            <translation>An oral complaint is written down by us.</translation>
        </message>
        <message>
            <source>Written down by</source>
            <translation>Written down by</translation>
        </message>
        <message>
            <source>Which decision</source>
            <translation>Which decision</translation>
        </message>
        <message>
            <source>Version {number}, {day}</source>
            <translation>Version {number}, {day}</translation>
        </message>
        <message>
            <source>The board answered on {day}.</source>
            <translation>The board answered on {day}.</translation>
        </message>
        <message>
            <source>Sent on to the appeals board on {day}.</source>
            <translation>Sent on to the appeals board on {day}.</translation>
        </message>
        <message>
            <source>{outcome}. To be sent on to the appeals board.</source>
            <translation>{outcome}. To be sent on to the appeals board.</translation>
        </message>
        <message>
            <source>To be looked at again by {day} at the latest.</source>
            <translation>To be looked at again by {day} at the latest.</translation>
        </message>
        <message>
            <source>It came after {day}, when the time to complain was over. Send it on all the same: the appeals board decides whether it is heard.</source>
            <translation>It came after {day}, when the time to complain was over. Send it on all the same: the appeals board decides whether it is heard.</translation>
        </message>
        <message>
            <source>Complaint of the decision</source>
            <translation>Complaint of the decision</translation>
        </message>
        <message>
            <source>Complaint of how the case was handled</source>
            <translation>Complaint of how the case was handled</translation>
        </message>
        <message>
            <source>Complaint of the help as it is given</source>
            <translation>Complaint of the help as it is given</translation>
        </message>
        <message>
            <source>Complaint of staff</source>
            <translation>Complaint of staff</translation>
        </message>
        <message>
            <source>A complaint</source>
            <translation>A complaint</translation>
        </message>
        <message>
            <source>The decision</source>
            <translation>The decision</translation>
        </message>
        <message>
            <source>How the case was handled</source>
            <translation>How the case was handled</translation>
        </message>
        <message>
            <source>The help as it is given</source>
            <translation>The help as it is given</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Staff</translation>
        </message>
        <message>
            <source>The decision stands</source>
            <translation>The decision stands</translation>
        </message>
        <message>
            <source>The decision is changed in part</source>
            <translation>The decision is changed in part</translation>
        </message>
        <message>
            <source>The citizen is right</source>
            <translation>The citizen is right</translation>
        </message>
        <message>
            <source>The complaint was withdrawn</source>
            <translation>The complaint was withdrawn</translation>
        </message>
    </context>
    <context>
        <name>ComplaintsCard</name>
        <message>
            <source>Complaints</source>
            <translation>Complaints</translation>
        </message>
        <message>
            <source>No complaints noted.</source>
            <translation>No complaints noted.</translation>
        </message>
        <message>
            <source>Add complaint</source>
            <translation>Add complaint</translation>
        </message>
    </context>
    <context>
        <name>ConsentForm</name>
        <message>
            <source>Turn the screen to the citizen</source>
            <translation>Turn the screen to the citizen</translation>
        </message>
    </context>
    <context>
        <name>ContactCard</name>
        <message>
            <source>Who helps</source>
            <translation>Who helps</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Relation to the citizen</source>
            <translation>Relation to the citizen</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Is present at the visit</source>
            <translation>Is present at the visit</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Gets the letters in the case</source>
            <translation>Gets the letters in the case</translation>
        </message>
        <message>
            <source>With what, and when: the help is planned together with it</source>
            <translation>With what, and when: the help is planned together with it</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Relative</source>
            <translation>Relative</translation>
        </message>
        <message>
            <source>Companion</source>
            <translation>Companion</translation>
        </message>
        <message>
            <source>Party representative</source>
            <translation>Party representative</translation>
        </message>
        <message>
            <source>Guardian</source>
            <translation>Guardian</translation>
        </message>
        <message>
            <source>General practitioner</source>
            <translation>General practitioner</translation>
        </message>
        <message>
            <source>Other help in the home</source>
            <translation>Other help in the home</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
    </context>
    <context>
        <name>ContactsList</name>
        <message>
            <source>Nobody is recorded around the citizen</source>
            <translation>Nobody is recorded around the citizen</translation>
        </message>
        <message>
            <source>Relatives are told about the case only with the citizen's consent.</source>
            <translation>Relatives are told about the case only with the citizen's consent.</translation>
        </message>
        <message>
            <source>Add: {role}</source>
            <translation>Add: {role}</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>d/m-yyyy</source>
            <translation>d/m-yyyy</translation>
        </message>
        <message>
            <source>Choose {name} in a calendar</source>
            <translation>Choose {name} in a calendar</translation>
        </message>
        <message>
            <source>There is no such date. Write it as 23/11-2026.</source>
            <translation>There is no such date. Write it as 23/11-2026.</translation>
        </message>
    </context>
    <context>
        <name>DayPage</name>
        <message>
            <source>No visits on this day</source>
            <translation>No visits on this day</translation>
        </message>
        <message>
            <source>Plan a visit, or import the work list from your calendar system.</source>
            <translation>Plan a visit, or import the work list from your calendar system.</translation>
        </message>
        <message>
            <source>Plan a visit</source>
            <translation>Plan a visit</translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
        <message>
            <source>Deadlines of the next 14 days</source>
            <translation>Deadlines of the next 14 days</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>The day before</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>The day after</translation>
        </message>
        <message>
            <source>The visits of the day</source>
            <translation>The visits of the day</translation>
        </message>
        <message>
            <source>Import a work list</source>
            <translation>Import a work list</translation>
        </message>
    </context>
    <context>
        <name>DeadlineLine</name>
        <message numerus="yes">
            <source>Deadlines of the next %n day(s)</source>
            <translation>
                <numerusform>Deadlines of the next %n day</numerusform>
                <numerusform>Deadlines of the next %n days</numerusform>
            </translation>
        </message>
        <message>
            <source>No deadlines</source>
            <translation>No deadlines</translation>
        </message>
    </context>
    <context>
        <name>DeadlinesPart</name>
        <message>
            <source>Deadlines that follow</source>
            <translation>Deadlines that follow</translation>
        </message>
        <message>
            <source>They are shown when it is known when the request came and what is applied for.</source>
            <translation>They are shown when it is known when the request came and what is applied for.</translation>
        </message>
        <message>
            <source>The standard has no deadlines that run from the request.</source>
            <translation>The standard has no deadlines that run from the request.</translation>
        </message>
        <message>
            <source>Met</source>
            <translation>Met</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) over</source>
            <translation>
                <numerusform>%n day over</numerusform>
                <numerusform>%n days over</numerusform>
            </translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DecisionLock</name>
        <message>
            <source>The decision is being locked: its documents are made …</source>
            <translation>The decision is being locked: its documents are made …</translation>
        </message>
        <message>
            <source>The decision is signed and locked.</source>
            <translation>The decision is signed and locked.</translation>
        </message>
    </context>
    <context>
        <name>DecisionPreview</name>
        <message>
            <source>The whole package</source>
            <translation>The whole package</translation>
        </message>
        <message>
            <source>What the preview shows</source>
            <translation>What the preview shows</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Save as</translation>
        </message>
    </context>
    <context>
        <name>DeliverPart</name>
        <message>
            <source>How the decision is delivered</source>
            <translation>How the decision is delivered</translation>
        </message>
        <message>
            <source>Sent or handed over on</source>
            <translation>Sent or handed over on</translation>
        </message>
        <message>
            <source>Record delivery</source>
            <translation>Record delivery</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>Receiver</translation>
        </message>
        <message>
            <source>Delivery recorded</source>
            <translation>Delivery recorded</translation>
        </message>
        <message>
            <source>This delivery is recorded already. Nothing was recorded again.</source>
            <translation>This delivery is recorded already. Nothing was recorded again.</translation>
        </message>
    </context>
    <context>
        <name>Disclosure</name>
        <message>
            <source>Hide details</source>
            <translation>Hide details</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>Show details</translation>
        </message>
    </context>
    <context>
        <name>DisputeCard</name>
        <message>
            <source>{field} (another visit)</source>
            <translation>{field} (another visit)</translation>
        </message>
        <message>
            <source>Write something else in the field</source>
            <translation>Write something else in the field</translation>
        </message>
        <message>
            <source>Removed by one and changed by another: {field}</source>
            <translation>Removed by one and changed by another: {field}</translation>
        </message>
        <message>
            <source>Written differently: {field}</source>
            <translation>Written differently: {field}</translation>
        </message>
        <message>
            <source>The field counts as empty until you choose. It can wait, but a decision that it concerns cannot be locked before.</source>
            <translation>The field counts as empty until you choose. It can wait, but a decision that it concerns cannot be locked before.</translation>
        </message>
        <message>
            <source>Underlined was added and struck through was removed since both had the same text.</source>
            <translation>Underlined was added and struck through was removed since both had the same text.</translation>
        </message>
        <message>
            <source>Underlined stands only there.</source>
            <translation>Underlined stands only there.</translation>
        </message>
    </context>
    <context>
        <name>DisputesDialog</name>
        <message>
            <source>Written differently</source>
            <translation>Written differently</translation>
        </message>
        <message>
            <source>Where two have written the same field, both are kept and shown here.</source>
            <translation>Where two have written the same field, both are kept and shown here.</translation>
        </message>
        <message>
            <source>Nothing is written differently</source>
            <translation>Nothing is written differently</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Citizen without a name</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Choose …</translation>
        </message>
        <message>
            <source>Choose for {citizen}: {part}</source>
            <translation>Choose for {citizen}: {part}</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>Not recorded</translation>
        </message>
    </context>
    <context>
        <name>DocumentWindow</name>
        <message>
            <source>The document as it will be printed</source>
            <translation>The document as it will be printed</translation>
        </message>
        <message>
            <source>The document is being made …</source>
            <translation>The document is being made …</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Save as</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Due</name>
        <message>
            <source>Follow-ups and visits</source>
            <translation>Follow-ups and visits</translation>
        </message>
        <message>
            <source>Status reports</source>
            <translation>Status reports</translation>
        </message>
        <message>
            <source>The home as a workplace</source>
            <translation>The home as a workplace</translation>
        </message>
        <message>
            <source>Start of help</source>
            <translation>Start of help</translation>
        </message>
        <message>
            <source>Answers to requests</source>
            <translation>Answers to requests</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>Complaints</translation>
        </message>
        <message>
            <source>Consents</source>
            <translation>Consents</translation>
        </message>
        <message>
            <source>Birthdays with a choice</source>
            <translation>Birthdays with a choice</translation>
        </message>
    </context>
    <context>
        <name>DueCard</name>
        <message>
            <source>Open the visit</source>
            <translation>Open the visit</translation>
        </message>
        <message>
            <source>Plan a follow-up visit</source>
            <translation>Plan a follow-up visit</translation>
        </message>
        <message>
            <source>Mark as done</source>
            <translation>Mark as done</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Citizen without a name</translation>
        </message>
        <message>
            <source>Section {ref} of the standard</source>
            <translation>Section {ref} of the standard</translation>
        </message>
        <message>
            <source>A visit is planned for {day}.</source>
            <translation>A visit is planned for {day}.</translation>
        </message>
    </context>
    <context>
        <name>DueList</name>
        <message>
            <source>Overdue</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>The next 7 days</source>
            <translation>The next 7 days</translation>
        </message>
        <message>
            <source>The next 30 days</source>
            <translation>The next 30 days</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
    </context>
    <context>
        <name>EnclosuresCard</name>
        <message>
            <source>Enclosures in the package</source>
            <translation>Enclosures in the package</translation>
        </message>
        <message>
            <source>{title} (not ready)</source>
            <translation>{title} (not ready)</translation>
        </message>
    </context>
    <context>
        <name>EnrolForm</name>
        <message>
            <source>Enrol the computer</source>
            <translation>Enrol the computer</translation>
        </message>
        <message>
            <source>Sign in with the municipality's login</source>
            <translation>Sign in with the municipality's login</translation>
        </message>
        <message>
            <source>Sign in in the browser. It goes on here by itself.</source>
            <translation>Sign in in the browser. It goes on here by itself.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>The server's address</source>
            <translation>The server's address</translation>
        </message>
        <message>
            <source>One-time code</source>
            <translation>One-time code</translation>
        </message>
        <message>
            <source>Your password there</source>
            <translation>Your password there</translation>
        </message>
        <message>
            <source>You get the code from the administrator; it is good for one computer.</source>
            <translation>You get the code from the administrator; it is good for one computer.</translation>
        </message>
        <message>
            <source>Use the municipality's login</source>
            <translation>Use the municipality's login</translation>
        </message>
        <message>
            <source>Use a password instead</source>
            <translation>Use a password instead</translation>
        </message>
    </context>
    <context>
        <name>ExtentField</name>
        <message>
            <source>{name}: how often</source>
            <translation>{name}: how often</translation>
        </message>
        <message>
            <source>{name}: times</source>
            <translation>{name}: times</translation>
        </message>
        <message>
            <source>{name}: at most, if it varies</source>
            <translation>{name}: at most, if it varies</translation>
        </message>
        <message>
            <source>{name}: in each span of</source>
            <translation>{name}: in each span of</translation>
        </message>
        <message>
            <source>to</source>
            <translation>to</translation>
        </message>
        <message>
            <source>times in</source>
            <translation>times in</translation>
        </message>
        <message>
            <source>Not stated</source>
            <translation>Not stated</translation>
        </message>
        <message>
            <source>day(s)</source>
            <translation>day(s)</translation>
        </message>
        <message>
            <source>week(s)</source>
            <translation>week(s)</translation>
        </message>
        <message>
            <source>month(s)</source>
            <translation>month(s)</translation>
        </message>
        <message>
            <source>year(s)</source>
            <translation>year(s)</translation>
        </message>
        <message>
            <source>once only</source>
            <translation>once only</translation>
        </message>
        <message>
            <source>as needed</source>
            <translation>as needed</translation>
        </message>
    </context>
    <context>
        <name>FieldNames</name>
        <message>
            <source>It is removed</source>
            <translation>It is removed</translation>
        </message>
        <message>
            <source>It is kept</source>
            <translation>It is kept</translation>
        </message>
    </context>
    <context>
        <name>FindingCard</name>
        <message>
            <source>Your reason</source>
            <translation>Your reason</translation>
        </message>
        <message>
            <source>It is printed in the letter.</source>
            <translation>It is printed in the letter.</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>Go there</translation>
        </message>
        <message>
            <source>Your reason: {title}</source>
            <translation>Your reason: {title}</translation>
        </message>
        <message>
            <source>Go there: {title}</source>
            <translation>Go there: {title}</translation>
        </message>
        <message>
            <source>Reason given</source>
            <translation>Reason given</translation>
        </message>
        <message>
            <source>Reason is missing</source>
            <translation>Reason is missing</translation>
        </message>
    </context>
    <context>
        <name>FirstRunWindow</name>
        <message>
            <source>Welcome to Hjemmebesøg</source>
            <translation>Welcome to Hjemmebesøg</translation>
        </message>
        <message>
            <source>Your name, title and unit stand under the decisions you make.</source>
            <translation>Your name, title and unit stand under the decisions you make.</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Not chosen</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Your name</translation>
        </message>
        <message>
            <source>Municipality</source>
            <translation>Municipality</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Passphrase (at least 12 characters)</source>
            <translation>Passphrase (at least 12 characters)</translation>
        </message>
        <message>
            <source>The passphrase once more</source>
            <translation>The passphrase once more</translation>
        </message>
        <message>
            <source>Choose a sentence that you remember. Nobody can read your data without it, and it cannot be sent to you again.</source>
            <translation>Choose a sentence that you remember. Nobody can read your data without it, and it cannot be sent to you again.</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Begin</translation>
        </message>
        <message>
            <source>Write your name. It stands under the decisions you make.</source>
            <translation>Write your name. It stands under the decisions you make.</translation>
        </message>
        <message>
            <source>The passphrase must have at least 12 characters.</source>
            <translation>The passphrase must have at least 12 characters.</translation>
        </message>
        <message>
            <source>The two passphrases are not the same. Write the second one again.</source>
            <translation>The two passphrases are not the same. Write the second one again.</translation>
        </message>
    </context>
    <context>
        <name>FoldedText</name>
        <message>
            <source>Write here …</source>
            <translation>Write here …</translation>
        </message>
    </context>
    <context>
        <name>FollowUpPage</name>
        <message>
            <source>Counting …</source>
            <translation>Counting …</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Everything</translation>
        </message>
        <message>
            <source>Show only</source>
            <translation>Show only</translation>
        </message>
        <message>
            <source>Nothing is due</source>
            <translation>Nothing is due</translation>
        </message>
        <message>
            <source>What is agreed in your cases comes here by itself, with its day.</source>
            <translation>What is agreed in your cases comes here by itself, with its day.</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) due</source>
            <translation>
                <numerusform>%n thing due</numerusform>
                <numerusform>%n things due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
        <message>
            <source>Done: {what}</source>
            <translation>Done: {what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>What is due</source>
            <translation>What is due</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Follow-up</translation>
        </message>
    </context>
    <context>
        <name>GoalCard</name>
        <message>
            <source>The goal</source>
            <translation>The goal</translation>
        </message>
        <message>
            <source>For example: I take a bath by myself.</source>
            <translation>For example: I take a bath by myself.</translation>
        </message>
        <message>
            <source>For example: twice a week, four weeks running, without support.</source>
            <translation>For example: twice a week, four weeks running, without support.</translation>
        </message>
        <message>
            <source>How it is seen that it is reached</source>
            <translation>How it is seen that it is reached</translation>
        </message>
        <message>
            <source>To be reached by</source>
            <translation>To be reached by</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>Areas</translation>
        </message>
        <message>
            <source>Services that are to support it</source>
            <translation>Services that are to support it</translation>
        </message>
        <message>
            <source>Worked towards</source>
            <translation>Worked towards</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>Reached</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>Dropped</translation>
        </message>
    </context>
    <context>
        <name>GoalRow</name>
        <message>
            <source>How it went</source>
            <translation>How it went</translation>
        </message>
        <message>
            <source>A goal without words</source>
            <translation>A goal without words</translation>
        </message>
        <message>
            <source>Goes on</source>
            <translation>Goes on</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>Reached</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>Dropped</translation>
        </message>
    </context>
    <context>
        <name>GoalsCard</name>
        <message>
            <source>The goals</source>
            <translation>The goals</translation>
        </message>
        <message>
            <source>No goals are set in the case.</source>
            <translation>No goals are set in the case.</translation>
        </message>
        <message>
            <source>What helped, what stood in the way, what the goal should be now.</source>
            <translation>What helped, what stood in the way, what the goal should be now.</translation>
        </message>
        <message>
            <source>About the goals</source>
            <translation>About the goals</translation>
        </message>
    </context>
    <context>
        <name>GoalsForm</name>
        <message>
            <source>A good goal</source>
            <translation>A good goal</translation>
        </message>
        <message>
            <source>Concrete: says what the citizen does, not what help is given.</source>
            <translation>Concrete: says what the citizen does, not what help is given.</translation>
        </message>
        <message>
            <source>Measurable: both of you can see on a day whether it is reached.</source>
            <translation>Measurable: both of you can see on a day whether it is reached.</translation>
        </message>
        <message>
            <source>The citizen's own: said in words that the citizen would use.</source>
            <translation>The citizen's own: said in words that the citizen would use.</translation>
        </message>
    </context>
    <context>
        <name>GoalsList</name>
        <message>
            <source>No goals yet</source>
            <translation>No goals yet</translation>
        </message>
        <message>
            <source>Ask what should be different in three or six months, and who will see it.</source>
            <translation>Ask what should be different in three or six months, and who will see it.</translation>
        </message>
        <message>
            <source>Add goal</source>
            <translation>Add goal</translation>
        </message>
        <message>
            <source>Goal {number}</source>
            <translation>Goal {number}</translation>
        </message>
    </context>
    <context>
        <name>GrantCard</name>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove: {name}</source>
            <translation>Remove: {name}</translation>
        </message>
    </context>
    <context>
        <name>GrantDetails</name>
        <message>
            <source>Visits of its own</source>
            <translation>Visits of its own</translation>
        </message>
        <message>
            <source>Not linked</source>
            <translation>Not linked</translation>
        </message>
        <message>
            <source>What the standard says</source>
            <translation>What the standard says</translation>
        </message>
        <message>
            <source>Hide what the standard says</source>
            <translation>Hide what the standard says</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>Package</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>How often</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Time of day</source>
            <translation>Time of day</translation>
        </message>
        <message>
            <source>Weekdays</source>
            <translation>Weekdays</translation>
        </message>
        <message>
            <source>Time of one visit</source>
            <translation>Time of one visit</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>minutes</translation>
        </message>
        <message>
            <source>In the same visit as</source>
            <translation>In the same visit as</translation>
        </message>
        <message>
            <source>Starts on</source>
            <translation>Starts on</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Ends</translation>
        </message>
        <message>
            <source>Purpose of the help</source>
            <translation>Purpose of the help</translation>
        </message>
        <message>
            <source>Why this help, to this extent</source>
            <translation>Why this help, to this extent</translation>
        </message>
        <message>
            <source>The citizen pays</source>
            <translation>The citizen pays</translation>
        </message>
        <message>
            <source>Answers what is applied for</source>
            <translation>Answers what is applied for</translation>
        </message>
    </context>
    <context>
        <name>GroundsCard</name>
        <message>
            <source>Grounds</source>
            <translation>Grounds</translation>
        </message>
        <message>
            <source>Gather what is recorded</source>
            <translation>Gather what is recorded</translation>
        </message>
        <message>
            <source>Puts levels and notes into the text as a draft to edit</source>
            <translation>Puts levels and notes into the text as a draft to edit</translation>
        </message>
        <message>
            <source>The decision is</source>
            <translation>The decision is</translation>
        </message>
        <message>
            <source>Only what weighed in this case. Write to the citizen: you.</source>
            <translation>Only what weighed in this case. Write to the citizen: you.</translation>
        </message>
        <message>
            <source>Facts that weighed</source>
            <translation>Facts that weighed</translation>
        </message>
        <message>
            <source>The citizen's own views</source>
            <translation>The citizen's own views</translation>
        </message>
        <message>
            <source>How the views were weighed</source>
            <translation>How the views were weighed</translation>
        </message>
        <message>
            <source>Main considerations</source>
            <translation>Main considerations</translation>
        </message>
        <message>
            <source>First</source>
            <translation>First</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Reduction</source>
            <translation>Reduction</translation>
        </message>
        <message>
            <source>End</source>
            <translation>End</translation>
        </message>
    </context>
    <context>
        <name>GroupCard</name>
        <message numerus="yes">
            <source>Show %n area(s)</source>
            <translation>
                <numerusform>Show %n area</numerusform>
                <numerusform>Show %n areas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupNeeds</name>
        <message>
            <source>Something else</source>
            <translation>Something else</translation>
        </message>
    </context>
    <context>
        <name>HearingCard</name>
        <message>
            <source>Party hearing</source>
            <translation>Party hearing</translation>
        </message>
        <message>
            <source>List what others have told. What the citizen does not know of, what weighs against the citizen and matters for the decision, the citizen must see first.</source>
            <translation>List what others have told. What the citizen does not know of, what weighs against the citizen and matters for the decision, the citizen must see first.</translation>
        </message>
        <message>
            <source>Add a source</source>
            <translation>Add a source</translation>
        </message>
    </context>
    <context>
        <name>HearingLine</name>
        <message>
            <source>Show the letter</source>
            <translation>Show the letter</translation>
        </message>
        <message>
            <source>Go to the hearing</source>
            <translation>Go to the hearing</translation>
        </message>
        <message>
            <source>a source without a name</source>
            <translation>a source without a name</translation>
        </message>
        <message>
            <source>Show the letter: {name}</source>
            <translation>Show the letter: {name}</translation>
        </message>
        <message>
            <source>Go to the hearing: {name}</source>
            <translation>Go to the hearing: {name}</translation>
        </message>
        <message>
            <source>Not sent to the citizen yet.</source>
            <translation>Not sent to the citizen yet.</translation>
        </message>
        <message>
            <source>Sent on {day}; the citizen has replied.</source>
            <translation>Sent on {day}; the citizen has replied.</translation>
        </message>
        <message>
            <source>Sent on {day}; no reply is noted.</source>
            <translation>Sent on {day}; no reply is noted.</translation>
        </message>
    </context>
    <context>
        <name>HearingsCard</name>
        <message>
            <source>Letters of the party hearing</source>
            <translation>Letters of the party hearing</translation>
        </message>
    </context>
    <context>
        <name>HistoryDialog</name>
        <message>
            <source>Who changed this?</source>
            <translation>Who changed this?</translation>
        </message>
        <message>
            <source>Nothing has been written here yet</source>
            <translation>Nothing has been written here yet</translation>
        </message>
        <message>
            <source>The history begins with the first change.</source>
            <translation>The history begins with the first change.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} at {time}</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Erased</source>
            <translation>Erased</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>Not recorded</translation>
        </message>
    </context>
    <context>
        <name>HouseholdForm</name>
        <message>
            <source>Household</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>Around the citizen</source>
            <translation>Around the citizen</translation>
        </message>
    </context>
    <context>
        <name>HubSearchDialog</name>
        <message>
            <source>Search at the municipality</source>
            <translation>Search at the municipality</translation>
        </message>
        <message>
            <source>Name, or the whole CPR number</source>
            <translation>Name, or the whole CPR number</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Found at the municipality</source>
            <translation>Found at the municipality</translation>
        </message>
        <message>
            <source>For example: She called about her help today</source>
            <translation>For example: She called about her help today</translation>
        </message>
        <message>
            <source>Fetch and open</source>
            <translation>Fetch and open</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Whom are you looking for?</source>
            <translation>Whom are you looking for?</translation>
        </message>
        <message>
            <source>The municipality notes who searched for whom, and who opened which case.</source>
            <translation>The municipality notes who searched for whom, and who opened which case.</translation>
        </message>
        <message>
            <source>Why do you need the case?</source>
            <translation>Why do you need the case?</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Searching at the municipality …</source>
            <translation>Searching at the municipality …</translation>
        </message>
        <message>
            <source>Fetching the case …</source>
            <translation>Fetching the case …</translation>
        </message>
        <message>
            <source>case {number}</source>
            <translation>case {number}</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>on this computer</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Citizen without a name</translation>
        </message>
        <message>
            <source>Nobody was found in the cases of your teams. Write the beginning of each name, or the whole CPR number. Another team may have the case: ask your team leader.</source>
            <translation>Nobody was found in the cases of your teams. Write the beginning of each name, or the whole CPR number. Another team may have the case: ask your team leader.</translation>
        </message>
    </context>
    <context>
        <name>IdentityPart</name>
        <message>
            <source>Citizen</source>
            <translation>Citizen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Birth date</source>
            <translation>Birth date</translation>
        </message>
        <message>
            <source>ddmmyy-nnnn</source>
            <translation>ddmmyy-nnnn</translation>
        </message>
        <message>
            <source>CPR number</source>
            <translation>CPR number</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Work lists (*.csv *.ics *.txt)</source>
            <translation>Work lists (*.csv *.ics *.txt)</translation>
        </message>
        <message>
            <source>The work list</source>
            <translation>The work list</translation>
        </message>
        <message>
            <source>Import a work list</source>
            <translation>Import a work list</translation>
        </message>
        <message>
            <source>Nothing was imported</source>
            <translation>Nothing was imported</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s) planned</source>
            <translation>
                <numerusform>%n visit planned</numerusform>
                <numerusform>%n visits planned</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s) were already here</source>
            <translation>
                <numerusform>%n visit was already here</numerusform>
                <numerusform>%n visits were already here</numerusform>
            </translation>
        </message>
        <message>
            <source>Every line was read.</source>
            <translation>Every line was read.</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) left out</source>
            <translation>
                <numerusform>%n line left out</numerusform>
                <numerusform>%n lines left out</numerusform>
            </translation>
        </message>
        <message>
            <source>Correct the lines and import again: nothing is added twice.</source>
            <translation>Correct the lines and import again: nothing is added twice.</translation>
        </message>
    </context>
    <context>
        <name>InkPad</name>
        <message>
            <source>Field for a signature</source>
            <translation>Field for a signature</translation>
        </message>
        <message>
            <source>Empty. Sign with pen, finger or mouse.</source>
            <translation>Empty. Sign with pen, finger or mouse.</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Signed</translation>
        </message>
    </context>
    <context>
        <name>InterpreterEditor</name>
        <message>
            <source>Spoken language</source>
            <translation>Spoken language</translation>
        </message>
        <message>
            <source>Sign language</source>
            <translation>Sign language</translation>
        </message>
        <message>
            <source>Kind of interpreter</source>
            <translation>Kind of interpreter</translation>
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
            <translation>Letter</translation>
        </message>
        <message>
            <source>Quick letter</source>
            <translation>Quick letter</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>The decision is locked</source>
            <translation>The decision is locked</translation>
        </message>
        <message>
            <source>Print the decision</source>
            <translation>Print the decision</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Not sent yet.</source>
            <translation>Not sent yet.</translation>
        </message>
        <message>
            <source>Made ready for Digital Post on {date}, not sent yet.</source>
            <translation>Made ready for Digital Post on {date}, not sent yet.</translation>
        </message>
        <message>
            <source>Version {number}: signed by {who} on {date} at {time}.</source>
            <translation>Version {number}: signed by {who} on {date} at {time}.</translation>
        </message>
        <message>
            <source>Printed on {date}, not sent yet.</source>
            <translation>Printed on {date}, not sent yet.</translation>
        </message>
        <message>
            <source>{way} to {receiver} on {date}.</source>
            <translation>{way} to {receiver} on {date}.</translation>
        </message>
        <message>
            <source>Counts as received {receipt}; a complaint must be in by {last}.</source>
            <translation>Counts as received {receipt}; a complaint must be in by {last}.</translation>
        </message>
    </context>
    <context>
        <name>ItemButton</name>
        <message>
            <source>Add {item} to {service}</source>
            <translation>Add {item} to {service}</translation>
        </message>
    </context>
    <context>
        <name>Keeping</name>
        <message>
            <source>{why} What you are writing is on the screen and in the program's memory. The program keeps trying to save it. Do not close it before it says that the text is saved.</source>
            <translation>{why} What you are writing is on the screen and in the program's memory. The program keeps trying to save it. Do not close it before it says that the text is saved.</translation>
        </message>
        <message>
            <source>What you have written is saved now.</source>
            <translation>What you have written is saved now.</translation>
        </message>
    </context>
    <context>
        <name>KeyringCard</name>
        <message>
            <source>The computer's keyring</source>
            <translation>The computer's keyring</translation>
        </message>
        <message>
            <source>Whoever is logged in to this computer as you can then unlock without the passphrase. The passphrase keeps working.</source>
            <translation>Whoever is logged in to this computer as you can then unlock without the passphrase. The passphrase keeps working.</translation>
        </message>
        <message>
            <source>Forget on this computer</source>
            <translation>Forget on this computer</translation>
        </message>
        <message>
            <source>Remember on this computer</source>
            <translation>Remember on this computer</translation>
        </message>
        <message>
            <source>The keyring opens no more.</source>
            <translation>The keyring opens no more.</translation>
        </message>
        <message>
            <source>The keyring can unlock from the next time.</source>
            <translation>The keyring can unlock from the next time.</translation>
        </message>
    </context>
    <context>
        <name>LegalBasisPart</name>
        <message>
            <source>Legal basis</source>
            <translation>Legal basis</translation>
        </message>
        <message>
            <source>The case follows</source>
            <translation>The case follows</translation>
        </message>
        <message>
            <source>Show the letter about the other act</source>
            <translation>Show the letter about the other act</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>Above all when age points to the other act</source>
            <translation>Above all when age points to the other act</translation>
        </message>
        <message>
            <source>Proposal by age: {act}. Choose it</source>
            <translation>Proposal by age: {act}. Choose it</translation>
        </message>
        <message>
            <source>The act that the age points to is shown when the birth date is known.</source>
            <translation>The act that the age points to is shown when the birth date is known.</translation>
        </message>
        <message>
            <source>The citizen reached pension age on {day}.</source>
            <translation>The citizen reached pension age on {day}.</translation>
        </message>
        <message>
            <source>The citizen reaches pension age on {day}.</source>
            <translation>The citizen reaches pension age on {day}.</translation>
        </message>
        <message>
            <source>Services Act</source>
            <translation>Services Act</translation>
        </message>
        <message>
            <source>Not clear yet</source>
            <translation>Not clear yet</translation>
        </message>
        <message>
            <source>Elder Care Act</source>
            <translation>Elder Care Act</translation>
        </message>
    </context>
    <context>
        <name>LetterCard</name>
        <message>
            <source>Make ready for Digital Post …</source>
            <translation>Make ready for Digital Post …</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>Print …</translation>
        </message>
        <message>
            <source>Sent or handed over on</source>
            <translation>Sent or handed over on</translation>
        </message>
        <message>
            <source>Record as sent</source>
            <translation>Record as sent</translation>
        </message>
        <message>
            <source>Open the visit</source>
            <translation>Open the visit</translation>
        </message>
        <message>
            <source>How the decision is delivered</source>
            <translation>How the decision is delivered</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Citizen without a name</translation>
        </message>
        <message>
            <source>Make ready again …</source>
            <translation>Make ready again …</translation>
        </message>
        <message>
            <source>Print again …</source>
            <translation>Print again …</translation>
        </message>
        <message>
            <source>To: {name}</source>
            <translation>To: {name}</translation>
        </message>
        <message>
            <source>Decided by: {name}</source>
            <translation>Decided by: {name}</translation>
        </message>
        <message>
            <source>Signed by: {name}</source>
            <translation>Signed by: {name}</translation>
        </message>
        <message>
            <source>Copy to: {names}</source>
            <translation>Copy to: {names}</translation>
        </message>
        <message>
            <source>Counts as received {receipt}; a complaint must be in by {last}.</source>
            <translation>Counts as received {receipt}; a complaint must be in by {last}.</translation>
        </message>
    </context>
    <context>
        <name>LetterWindow</name>
        <message>
            <source>The letter as it will be sent</source>
            <translation>The letter as it will be sent</translation>
        </message>
        <message>
            <source>Finish the letter</source>
            <translation>Finish the letter</translation>
        </message>
        <message>
            <source>Make it anew from the case</source>
            <translation>Make it anew from the case</translation>
        </message>
        <message>
            <source>When you finish the letter, it is kept as it stands here and is put under Letters, where you send it.</source>
            <translation>When you finish the letter, it is kept as it stands here and is put under Letters, where you send it.</translation>
        </message>
        <message>
            <source>Finished on {day} and kept as it stands here. You send it from Letters.</source>
            <translation>Finished on {day} and kept as it stands here. You send it from Letters.</translation>
        </message>
    </context>
    <context>
        <name>Letters</name>
        <message>
            <source>The citizen is exempt from Digital Post.</source>
            <translation>The citizen is exempt from Digital Post.</translation>
        </message>
        <message>
            <source>The citizen's representative gets the letters, by post.</source>
            <translation>The citizen's representative gets the letters, by post.</translation>
        </message>
        <message>
            <source>Without an ordinary CPR number Digital Post does not find the citizen.</source>
            <translation>Without an ordinary CPR number Digital Post does not find the citizen.</translation>
        </message>
        <message>
            <source>The letter is written to somebody else than who gets the citizen's letters now. Open the visit, and make it anew.</source>
            <translation>The letter is written to somebody else than who gets the citizen's letters now. Open the visit, and make it anew.</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>To be sent</translation>
        </message>
        <message>
            <source>Made ready, not recorded as sent</source>
            <translation>Made ready, not recorded as sent</translation>
        </message>
        <message>
            <source>Sent in the last 30 days</source>
            <translation>Sent in the last 30 days</translation>
        </message>
        <message>
            <source>Party hearing</source>
            <translation>Party hearing</translation>
        </message>
        <message>
            <source>Late answer</source>
            <translation>Late answer</translation>
        </message>
        <message>
            <source>Guidance on the Elder Care Act</source>
            <translation>Guidance on the Elder Care Act</translation>
        </message>
        <message>
            <source>Sent {day}</source>
            <translation>Sent {day}</translation>
        </message>
        <message>
            <source>Ready {day}</source>
            <translation>Ready {day}</translation>
        </message>
        <message>
            <source>Decided {day}</source>
            <translation>Decided {day}</translation>
        </message>
        <message>
            <source>Finished {day}</source>
            <translation>Finished {day}</translation>
        </message>
        <message>
            <source>The letter waits under Letters to be sent.</source>
            <translation>The letter waits under Letters to be sent.</translation>
        </message>
    </context>
    <context>
        <name>LettersPage</name>
        <message>
            <source>Counting …</source>
            <translation>Counting …</translation>
        </message>
        <message>
            <source>Make all ready for Digital Post …</source>
            <translation>Make all ready for Digital Post …</translation>
        </message>
        <message>
            <source>All that are ready were sent today</source>
            <translation>All that are ready were sent today</translation>
        </message>
        <message>
            <source>No letter waits</source>
            <translation>No letter waits</translation>
        </message>
        <message numerus="yes">
            <source>%n letter(s) to send</source>
            <translation>
                <numerusform>%n letter to send</numerusform>
                <numerusform>%n letters to send</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Make %n ready for Digital Post …</source>
            <translation>
                <numerusform>Make %n ready for Digital Post …</numerusform>
                <numerusform>Make %n ready for Digital Post …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) made ready. The files are not encrypted: delete them when they are sent.</source>
            <translation>
                <numerusform>%n message made ready. The files are not encrypted: delete them when they are sent.</numerusform>
                <numerusform>%n messages made ready. The files are not encrypted: delete them when they are sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ready: sent today</source>
            <translation>
                <numerusform>%n ready: sent today</numerusform>
                <numerusform>%n ready: sent today</numerusform>
            </translation>
        </message>
        <message>
            <source>A decision comes here when it is signed, another letter when it is finished, until it is recorded as sent.</source>
            <translation>A decision comes here when it is signed, another letter when it is finished, until it is recorded as sent.</translation>
        </message>
        <message>
            <source>The folder that the municipality's sender takes messages from</source>
            <translation>The folder that the municipality's sender takes messages from</translation>
        </message>
        <message numerus="yes">
            <source>%n delivery(s) recorded</source>
            <translation>
                <numerusform>%n delivery recorded</numerusform>
                <numerusform>%n deliverys recorded</numerusform>
            </translation>
        </message>
        <message>
            <source>Letters to send</source>
            <translation>Letters to send</translation>
        </message>
    </context>
    <context>
        <name>LevelHeader</name>
        <message>
            <source>The citizen's words and observation</source>
            <translation>The citizen's words and observation</translation>
        </message>
    </context>
    <context>
        <name>LevelScale</name>
        <message>
            <source>last time</source>
            <translation>last time</translation>
        </message>
        <message>
            <source>Level last time</source>
            <translation>Level last time</translation>
        </message>
    </context>
    <context>
        <name>LineEdit</name>
        <message numerus="yes">
            <source>There is room for %n character(s); the rest is left out.</source>
            <translation>
                <numerusform>There is room for %n character; the rest is left out.</numerusform>
                <numerusform>There is room for %n characters; the rest is left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LogRow</name>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove: {name}</source>
            <translation>Remove: {name}</translation>
        </message>
    </context>
    <context>
        <name>LostWindow</name>
        <message>
            <source>Your data cannot be opened</source>
            <translation>Your data cannot be opened</translation>
        </message>
        <message>
            <source>Your data is missing</source>
            <translation>Your data is missing</translation>
        </message>
        <message>
            <source>Begin without the old data</source>
            <translation>Begin without the old data</translation>
        </message>
        <message>
            <source>All that is left is moved to the folder “set-aside” and kept; the program begins empty. Choose this only when no backup can be had.</source>
            <translation>All that is left is moved to the folder “set-aside” and kept; the program begins empty. Choose this only when no backup can be had.</translation>
        </message>
        <message>
            <source>Yes, begin empty</source>
            <translation>Yes, begin empty</translation>
        </message>
        <message>
            <source>No, not now</source>
            <translation>No, not now</translation>
        </message>
        <message>
            <source>The key to your data is not on this computer. Without it nothing can be read. A backup has its key with it.</source>
            <translation>The key to your data is not on this computer. Without it nothing can be read. A backup has its key with it.</translation>
        </message>
        <message>
            <source>Only the key to it is here. The program has deleted nothing.</source>
            <translation>Only the key to it is here. The program has deleted nothing.</translation>
        </message>
        <message>
            <source>Only backups of it are here. The program has deleted nothing.</source>
            <translation>Only backups of it are here. The program has deleted nothing.</translation>
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
            <translation>Not saved, because it could not be read: {what}</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Letters</translation>
        </message>
        <message>
            <source>The visit is planned.</source>
            <translation>The visit is planned.</translation>
        </message>
        <message>
            <source>Visits of the day</source>
            <translation>Visits of the day</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Follow-up</translation>
        </message>
        <message>
            <source>Citizens</source>
            <translation>Citizens</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Choose your municipality under Settings: its quality standards are proposed for new visits.</source>
            <translation>Choose your municipality under Settings: its quality standards are proposed for new visits.</translation>
        </message>
    </context>
    <context>
        <name>MemberCard</name>
        <message>
            <source>Lives with the citizen</source>
            <translation>Lives with the citizen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Relation to the citizen</source>
            <translation>Relation to the citizen</translation>
        </message>
        <message>
            <source>Year of birth</source>
            <translation>Year of birth</translation>
        </message>
        <message>
            <source>Healthy</source>
            <translation>Healthy</translation>
        </message>
        <message>
            <source>Can take on at home</source>
            <translation>Can take on at home</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Work, illness, age: what decides the share</source>
            <translation>Work, illness, age: what decides the share</translation>
        </message>
        <message>
            <source>Spouse</source>
            <translation>Spouse</translation>
        </message>
        <message>
            <source>Cohabitant</source>
            <translation>Cohabitant</translation>
        </message>
        <message>
            <source>Child</source>
            <translation>Child</translation>
        </message>
        <message>
            <source>Parent</source>
            <translation>Parent</translation>
        </message>
        <message>
            <source>Sibling</source>
            <translation>Sibling</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Other</translation>
        </message>
    </context>
    <context>
        <name>MembersList</name>
        <message>
            <source>Nobody else is recorded in the home</source>
            <translation>Nobody else is recorded in the home</translation>
        </message>
        <message>
            <source>Add those who live with the citizen, children too.</source>
            <translation>Add those who live with the citizen, children too.</translation>
        </message>
        <message>
            <source>Add household member</source>
            <translation>Add household member</translation>
        </message>
    </context>
    <context>
        <name>MissingCard</name>
        <message>
            <source>Before you can lock the decision</source>
            <translation>Before you can lock the decision</translation>
        </message>
        <message>
            <source>The letter has everything it must have.</source>
            <translation>The letter has everything it must have.</translation>
        </message>
        <message numerus="yes">
            <source>Show %n other point(s)</source>
            <translation>
                <numerusform>Show %n other point</numerusform>
                <numerusform>Show %n other points</numerusform>
            </translation>
        </message>
        <message>
            <source>Hide the other points</source>
            <translation>Hide the other points</translation>
        </message>
    </context>
    <context>
        <name>MissingRow</name>
        <message>
            <source>Go to</source>
            <translation>Go to</translation>
        </message>
        <message>
            <source>Go to: {what}</source>
            <translation>Go to: {what}</translation>
        </message>
    </context>
    <context>
        <name>MovedNotice</name>
        <message>
            <source>{moved}. You can still read it, see what was changed, and print. Everything you wrote is with them; if there is more, tell them, or ask for the case back.</source>
            <translation>{moved}. You can still read it, see what was changed, and print. Everything you wrote is with them; if there is more, tell them, or ask for the case back.</translation>
        </message>
    </context>
    <context>
        <name>NeedCard</name>
        <message>
            <source>Granted</source>
            <translation>Granted</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>Partly</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>Departure</source>
            <translation>Departure</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Reasons for this citizen</source>
            <translation>Reasons for this citizen</translation>
        </message>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Reason from the standard</source>
            <translation>Reason from the standard</translation>
        </message>
        <message>
            <source>The help until now</source>
            <translation>The help until now</translation>
        </message>
        <message>
            <source>The help from now on</source>
            <translation>The help from now on</translation>
        </message>
        <message>
            <source>What is different in the citizen's situation since last time</source>
            <translation>What is different in the citizen's situation since last time</translation>
        </message>
        <message>
            <source>What has changed</source>
            <translation>What has changed</translation>
        </message>
        <message>
            <source>No help is chosen for this.</source>
            <translation>No help is chosen for this.</translation>
        </message>
        <message>
            <source>Not decided</source>
            <translation>Not decided</translation>
        </message>
    </context>
    <context>
        <name>NeedsPart</name>
        <message>
            <source>Applied for</source>
            <translation>Applied for</translation>
        </message>
        <message>
            <source>In the words of the one who asked</source>
            <translation>In the words of the one who asked</translation>
        </message>
    </context>
    <context>
        <name>NewVisitDialog</name>
        <message>
            <source>Plan a visit</source>
            <translation>Plan a visit</translation>
        </message>
        <message>
            <source>ddmmyy-xxxx</source>
            <translation>ddmmyy-xxxx</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Request received on</source>
            <translation>Request received on</translation>
        </message>
        <message>
            <source>This citizen is already here: {name}.</source>
            <translation>This citizen is already here: {name}.</translation>
        </message>
        <message>
            <source>Kind of visit</source>
            <translation>Kind of visit</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>The deadlines are counted from this day.</source>
            <translation>The deadlines are counted from this day.</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>For you, not for the letter.</source>
            <translation>For you, not for the letter.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Plan the visit</source>
            <translation>Plan the visit</translation>
        </message>
        <message>
            <source>CPR number</source>
            <translation>CPR number</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Street and number</source>
            <translation>Street and number</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Postcode</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>Town</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
    </context>
    <context>
        <name>NextVisitCard</name>
        <message>
            <source>Next visit</source>
            <translation>Next visit</translation>
        </message>
        <message>
            <source>By the standard</source>
            <translation>By the standard</translation>
        </message>
        <message numerus="yes">
            <source>In %n month(s)</source>
            <translation>
                <numerusform>In %n month</numerusform>
                <numerusform>In %n months</numerusform>
            </translation>
        </message>
        <message>
            <source>Agreed day</source>
            <translation>Agreed day</translation>
        </message>
        <message>
            <source>If no visit is agreed, or later: why</source>
            <translation>If no visit is agreed, or later: why</translation>
        </message>
    </context>
    <context>
        <name>NoticeRow</name>
        <message>
            <source>Which deadline</source>
            <translation>Which deadline</translation>
        </message>
        <message>
            <source>Why it takes longer</source>
            <translation>Why it takes longer</translation>
        </message>
        <message>
            <source>New date for the decision</source>
            <translation>New date for the decision</translation>
        </message>
        <message>
            <source>Sent to the citizen on</source>
            <translation>Sent to the citizen on</translation>
        </message>
        <message>
            <source>Show the letter</source>
            <translation>Show the letter</translation>
        </message>
        <message>
            <source>A notice</source>
            <translation>A notice</translation>
        </message>
        <message>
            <source>New date: {day}.</source>
            <translation>New date: {day}.</translation>
        </message>
        <message>
            <source>The new date is still to be written.</source>
            <translation>The new date is still to be written.</translation>
        </message>
        <message>
            <source>Sent on {day}.</source>
            <translation>Sent on {day}.</translation>
        </message>
        <message>
            <source>Not sent yet.</source>
            <translation>Not sent yet.</translation>
        </message>
    </context>
    <context>
        <name>NoticesCard</name>
        <message>
            <source>If the decision takes longer</source>
            <translation>If the decision takes longer</translation>
        </message>
        <message>
            <source>No deadline is exceeded.</source>
            <translation>No deadline is exceeded.</translation>
        </message>
        <message>
            <source>Write a notice</source>
            <translation>Write a notice</translation>
        </message>
        <message>
            <source>{name}: the deadline was {day}. The citizen must be told in writing why it takes longer, and get a new date.</source>
            <translation>{name}: the deadline was {day}. The citizen must be told in writing why it takes longer, and get a new date.</translation>
        </message>
    </context>
    <context>
        <name>NumberField</name>
        <message>
            <source>Write a whole number, such as 12.</source>
            <translation>Write a whole number, such as 12.</translation>
        </message>
        <message>
            <source>Write a number, such as 12,5.</source>
            <translation>Write a number, such as 12,5.</translation>
        </message>
        <message>
            <source>Write a number from {low} to {high}.</source>
            <translation>Write a number from {low} to {high}.</translation>
        </message>
    </context>
    <context>
        <name>OpenFindings</name>
        <message>
            <source>What the standard says besides</source>
            <translation>What the standard says besides</translation>
        </message>
    </context>
    <context>
        <name>OrderRow</name>
        <message>
            <source>New order</source>
            <translation>New order</translation>
        </message>
        <message>
            <source>Go to the goals</source>
            <translation>Go to the goals</translation>
        </message>
        <message>
            <source>To</source>
            <translation>To</translation>
        </message>
        <message>
            <source>What the provider must know beside the goals.</source>
            <translation>What the provider must know beside the goals.</translation>
        </message>
        <message>
            <source>Message to the provider</source>
            <translation>Message to the provider</translation>
        </message>
        <message>
            <source>Sent to the provider on</source>
            <translation>Sent to the provider on</translation>
        </message>
        <message>
            <source>Show order</source>
            <translation>Show order</translation>
        </message>
        <message>
            <source>Sent on {day}.</source>
            <translation>Sent on {day}.</translation>
        </message>
        <message>
            <source>Not sent yet. There are no goals for this service.</source>
            <translation>Not sent yet. There are no goals for this service.</translation>
        </message>
        <message numerus="yes">
            <source>Not sent yet. %n goal(s) go with it.</source>
            <translation>
                <numerusform>Not sent yet. %n goal goes with it.</numerusform>
                <numerusform>Not sent yet. %n goals go with it.</numerusform>
            </translation>
        </message>
        <message>
            <source>New order: {name}</source>
            <translation>New order: {name}</translation>
        </message>
        <message>
            <source>Go to the goals: {name}</source>
            <translation>Go to the goals: {name}</translation>
        </message>
    </context>
    <context>
        <name>OrdersCard</name>
        <message>
            <source>Orders to the providers</source>
            <translation>Orders to the providers</translation>
        </message>
        <message>
            <source>An order goes out each time help is granted, plan or no plan.</source>
            <translation>An order goes out each time help is granted, plan or no plan.</translation>
        </message>
        <message>
            <source>Choose services first: each gets its order here.</source>
            <translation>Choose services first: each gets its order here.</translation>
        </message>
    </context>
    <context>
        <name>OtherNeed</name>
        <message>
            <source>What is applied for</source>
            <translation>What is applied for</translation>
        </message>
        <message>
            <source>Remove this need</source>
            <translation>Remove this need</translation>
        </message>
    </context>
    <context>
        <name>OverallForm</name>
        <message>
            <source>The standard has no overall assessment and no stair.</source>
            <translation>The standard has no overall assessment and no stair.</translation>
        </message>
    </context>
    <context>
        <name>OverallPart</name>
        <message>
            <source>Overall level</source>
            <translation>Overall level</translation>
        </message>
        <message>
            <source>Write it above all where you see it otherwise than the areas point.</source>
            <translation>Write it above all where you see it otherwise than the areas point.</translation>
        </message>
        <message>
            <source>Why this level</source>
            <translation>Why this level</translation>
        </message>
        <message>
            <source>What the areas point to is shown when they have levels.</source>
            <translation>What the areas point to is shown when they have levels.</translation>
        </message>
        <message>
            <source>The areas point to the same: {level}.</source>
            <translation>The areas point to the same: {level}.</translation>
        </message>
        <message>
            <source>The areas point to {level}.</source>
            <translation>The areas point to {level}.</translation>
        </message>
        <message>
            <source>Choose {level}</source>
            <translation>Choose {level}</translation>
        </message>
        <message>
            <source>By the standard this level gives access to: {services}.</source>
            <translation>By the standard this level gives access to: {services}.</translation>
        </message>
        <message>
            <source>By the standard other levels give access to: {services}. You decide, and give the reason.</source>
            <translation>By the standard other levels give access to: {services}. You decide, and give the reason.</translation>
        </message>
        <message>
            <source>Overall level: {level}</source>
            <translation>Overall level: {level}</translation>
        </message>
    </context>
    <context>
        <name>Parts</name>
        <message>
            <source>Guidance on the Elder Care Act</source>
            <translation>Guidance on the Elder Care Act</translation>
        </message>
        <message>
            <source>Decision letter</source>
            <translation>Decision letter</translation>
        </message>
        <message>
            <source>In another language ({language})</source>
            <translation>In another language ({language})</translation>
        </message>
        <message>
            <source>Order to the provider</source>
            <translation>Order to the provider</translation>
        </message>
        <message>
            <source>The week</source>
            <translation>The week</translation>
        </message>
        <message>
            <source>The provider's plan</source>
            <translation>The provider's plan</translation>
        </message>
        <message>
            <source>Status report</source>
            <translation>Status report</translation>
        </message>
        <message>
            <source>Action plan</source>
            <translation>Action plan</translation>
        </message>
    </context>
    <context>
        <name>PdfPreview</name>
        <message>
            <source>The letter as it will be printed</source>
            <translation>The letter as it will be printed</translation>
        </message>
        <message>
            <source>Page {page} of {count}</source>
            <translation>Page {page} of {count}</translation>
        </message>
        <message>
            <source>Nothing to show yet</source>
            <translation>Nothing to show yet</translation>
        </message>
    </context>
    <context>
        <name>PeriodEnd</name>
        <message>
            <source>Until further notice</source>
            <translation>Until further notice</translation>
        </message>
        <message>
            <source>On a day</source>
            <translation>On a day</translation>
        </message>
        <message>
            <source>{name}: last day</source>
            <translation>{name}: last day</translation>
        </message>
    </context>
    <context>
        <name>PhotoCard</name>
        <message>
            <source>Remove photo</source>
            <translation>Remove photo</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>Caption</translation>
        </message>
        <message>
            <source>Photo without caption</source>
            <translation>Photo without caption</translation>
        </message>
        <message>
            <source>Remove photo: {caption}</source>
            <translation>Remove photo: {caption}</translation>
        </message>
        <message>
            <source>The photo cannot be shown</source>
            <translation>The photo cannot be shown</translation>
        </message>
    </context>
    <context>
        <name>PhotoStrip</name>
        <message>
            <source>Add photo</source>
            <translation>Add photo</translation>
        </message>
        <message>
            <source>Photos need the citizen's consent. Ask for it under Consent first.</source>
            <translation>Photos need the citizen's consent. Ask for it under Consent first.</translation>
        </message>
        <message>
            <source>Add photo: {name}</source>
            <translation>Add photo: {name}</translation>
        </message>
    </context>
    <context>
        <name>Phrases</name>
        <message>
            <source>First assessment</source>
            <translation>First assessment</translation>
        </message>
        <message>
            <source>Reassessment</source>
            <translation>Reassessment</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Follow-up</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>Visit</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>Under way</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Decided</translation>
        </message>
        <message>
            <source>Interpreter missing</source>
            <translation>Interpreter missing</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Moved</translation>
        </message>
        <message>
            <source>Moved to another team</source>
            <translation>Moved to another team</translation>
        </message>
        <message>
            <source>Moved to {team}</source>
            <translation>Moved to {team}</translation>
        </message>
        <message>
            <source>Due {day}</source>
            <translation>Due {day}</translation>
        </message>
    </context>
    <context>
        <name>PlanForm</name>
        <message>
            <source>The standard has no plans and no orders.</source>
            <translation>The standard has no plans and no orders.</translation>
        </message>
    </context>
    <context>
        <name>PointDetails</name>
        <message>
            <source>Remark</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>What is to be done</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Responsible</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Temporary solution</source>
            <translation>Temporary solution</translation>
        </message>
        <message>
            <source>The citizen keeps the right to help. Write a temporary solution, or how the help can be given in another way until this is changed.</source>
            <translation>The citizen keeps the right to help. Write a temporary solution, or how the help can be given in another way until this is changed.</translation>
        </message>
    </context>
    <context>
        <name>PointRow</name>
        <message>
            <source>The citizen</source>
            <translation>The citizen</translation>
        </message>
        <message>
            <source>The municipality</source>
            <translation>The municipality</translation>
        </message>
        <message>
            <source>The provider</source>
            <translation>The provider</translation>
        </message>
    </context>
    <context>
        <name>PreviewFoot</name>
        <message>
            <source>Show the pages smaller</source>
            <translation>Show the pages smaller</translation>
        </message>
        <message>
            <source>Show the pages larger</source>
            <translation>Show the pages larger</translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Print the decision</source>
            <translation>Print the decision</translation>
        </message>
        <message>
            <source>On both sides of the paper</source>
            <translation>On both sides of the paper</translation>
        </message>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Only the letter</source>
            <translation>Only the letter</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>The citizen</source>
            <translation>The citizen</translation>
        </message>
        <message>
            <source>The provider</source>
            <translation>The provider</translation>
        </message>
        <message>
            <source>The municipality's file</source>
            <translation>The municipality's file</translation>
        </message>
        <message>
            <source>{role}: {name}</source>
            <translation>{role}: {name}</translation>
        </message>
        <message>
            <source>By the need</source>
            <translation>By the need</translation>
        </message>
        <message>
            <source>Usual text</source>
            <translation>Usual text</translation>
        </message>
        <message>
            <source>Large print, 16 points</source>
            <translation>Large print, 16 points</translation>
        </message>
        <message>
            <source>Large print, 20 points</source>
            <translation>Large print, 20 points</translation>
        </message>
        <message>
            <source>With help pages in {language}</source>
            <translation>With help pages in {language}</translation>
        </message>
        <message>
            <source>Danish alone</source>
            <translation>Danish alone</translation>
        </message>
        <message>
            <source>Copies of {part}</source>
            <translation>Copies of {part}</translation>
        </message>
        <message>
            <source>Only the order</source>
            <translation>Only the order</translation>
        </message>
        <message>
            <source>Parts and copies</source>
            <translation>Parts and copies</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Parts</translation>
        </message>
        <message>
            <source>For</source>
            <translation>For</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Sent to the printer. The print queue is not encrypted: see to it that the pages come out.</source>
            <translation>Sent to the printer. The print queue is not encrypted: see to it that the pages come out.</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Save as</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>PDF files (*.pdf)</translation>
        </message>
        <message>
            <source>Saved. The file is not encrypted: look after it, and delete it when used.</source>
            <translation>Saved. The file is not encrypted: look after it, and delete it when used.</translation>
        </message>
    </context>
    <context>
        <name>ProfileBars</name>
        <message>
            <source>Function profile</source>
            <translation>Function profile</translation>
        </message>
        <message>
            <source>not assessed</source>
            <translation>not assessed</translation>
        </message>
    </context>
    <context>
        <name>ProfileLines</name>
        <message>
            <source>Not finished: you were writing this when the program stopped or locked.</source>
            <translation>Not finished: you were writing this when the program stopped or locked.</translation>
        </message>
    </context>
    <context>
        <name>ProposalCard</name>
        <message>
            <source>Take the proposal</source>
            <translation>Take the proposal</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>Taken</translation>
        </message>
        <message>
            <source>Take the proposal: {name}</source>
            <translation>Take the proposal: {name}</translation>
        </message>
    </context>
    <context>
        <name>ProposalPart</name>
        <message>
            <source>Proposal taken: {name}</source>
            <translation>Proposal taken: {name}</translation>
        </message>
    </context>
    <context>
        <name>ProposalsCard</name>
        <message>
            <source>Proposals by the standard</source>
            <translation>Proposals by the standard</translation>
        </message>
        <message>
            <source>Take all proposals</source>
            <translation>Take all proposals</translation>
        </message>
        <message>
            <source>All proposals are taken.</source>
            <translation>All proposals are taken.</translation>
        </message>
        <message>
            <source>There are no proposals yet: they follow from the levels.</source>
            <translation>There are no proposals yet: they follow from the levels.</translation>
        </message>
        <message>
            <source>All proposals taken</source>
            <translation>All proposals taken</translation>
        </message>
    </context>
    <context>
        <name>ProviderForm</name>
        <message>
            <source>Choose services first: each gets its provider here.</source>
            <translation>Choose services first: each gets its provider here.</translation>
        </message>
    </context>
    <context>
        <name>ProviderPlanRow</name>
        <message>
            <source>Made on</source>
            <translation>Made on</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>Made by</translation>
        </message>
        <message>
            <source>Goals</source>
            <translation>Goals</translation>
        </message>
        <message>
            <source>Methods</source>
            <translation>Methods</translation>
        </message>
        <message>
            <source>What staff supports with</source>
            <translation>What staff supports with</translation>
        </message>
        <message>
            <source>What the citizen does</source>
            <translation>What the citizen does</translation>
        </message>
        <message>
            <source>What family and network do</source>
            <translation>What family and network do</translation>
        </message>
        <message>
            <source>Show the provider's plan</source>
            <translation>Show the provider's plan</translation>
        </message>
        <message>
            <source>Not made yet.</source>
            <translation>Not made yet.</translation>
        </message>
        <message>
            <source>Made on {day} by {who}.</source>
            <translation>Made on {day} by {who}.</translation>
        </message>
        <message>
            <source>Made on {day}.</source>
            <translation>Made on {day}.</translation>
        </message>
        <message>
            <source>Begun.</source>
            <translation>Begun.</translation>
        </message>
    </context>
    <context>
        <name>ProviderPlansCard</name>
        <message>
            <source>The provider's plan with the citizen</source>
            <translation>The provider's plan with the citizen</translation>
        </message>
        <message>
            <source>Choose services first: each gets its plan here.</source>
            <translation>Choose services first: each gets its plan here.</translation>
        </message>
    </context>
    <context>
        <name>PurposeCard</name>
        <message>
            <source>Answer</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>Ask on the screen</source>
            <translation>Ask on the screen</translation>
        </message>
        <message>
            <source>Ask on the screen: {name}</source>
            <translation>Ask on the screen: {name}</translation>
        </message>
        <message>
            <source>Note as given orally</source>
            <translation>Note as given orally</translation>
        </message>
        <message>
            <source>Note as given orally: {name}</source>
            <translation>Note as given orally: {name}</translation>
        </message>
        <message>
            <source>Withdraw: {name}</source>
            <translation>Withdraw: {name}</translation>
        </message>
        <message>
            <source>New consent</source>
            <translation>New consent</translation>
        </message>
        <message>
            <source>New consent: {name}</source>
            <translation>New consent: {name}</translation>
        </message>
        <message>
            <source>From or to whom</source>
            <translation>From or to whom</translation>
        </message>
        <message>
            <source>Which information</source>
            <translation>Which information</translation>
        </message>
        <message>
            <source>how and when it was given</source>
            <translation>how and when it was given</translation>
        </message>
        <message>
            <source>Changed elsewhere after it was signed: {what}. The consent stands as it was signed.</source>
            <translation>Changed elsewhere after it was signed: {what}. The consent stands as it was signed.</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Not signed</source>
            <translation>Not signed</translation>
        </message>
        <message>
            <source>Not asked</source>
            <translation>Not asked</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Expired</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Withdraw …</source>
            <translation>Withdraw …</translation>
        </message>
        <message>
            <source>{date} at {time}</source>
            <translation>{date} at {time}</translation>
        </message>
        <message>
            <source>Signed on the screen {when}.</source>
            <translation>Signed on the screen {when}.</translation>
        </message>
        <message>
            <source>Given orally {when}, noted by {name}.</source>
            <translation>Given orally {when}, noted by {name}.</translation>
        </message>
        <message>
            <source>Given orally {when}.</source>
            <translation>Given orally {when}.</translation>
        </message>
        <message>
            <source>Withdrawn {date}: {how}.</source>
            <translation>Withdrawn {date}: {how}.</translation>
        </message>
        <message>
            <source>Valid until {date}.</source>
            <translation>Valid until {date}.</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Earlier</translation>
        </message>
    </context>
    <context>
        <name>QuantityFields</name>
        <message>
            <source>Area</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Weight</translation>
        </message>
        <message>
            <source>Number of shops</source>
            <translation>Number of shops</translation>
        </message>
        <message>
            <source>Number of supermarkets</source>
            <translation>Number of supermarkets</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>h</source>
            <translation>h</translation>
        </message>
    </context>
    <context>
        <name>QuestionsForm</name>
        <message>
            <source>The standard asks nothing here.</source>
            <translation>The standard asks nothing here.</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Not chosen</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>What the standard points to</source>
            <translation>What the standard points to</translation>
        </message>
        <message>
            <source>What the standard says</source>
            <translation>What the standard says</translation>
        </message>
        <message>
            <source>Nothing to note so far.</source>
            <translation>Nothing to note so far.</translation>
        </message>
        <message>
            <source>Function profile</source>
            <translation>Function profile</translation>
        </message>
    </context>
    <context>
        <name>ReachPart</name>
        <message>
            <source>Contact and language</source>
            <translation>Contact and language</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
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
            <translation>Exempt</translation>
        </message>
        <message>
            <source>Somebody who is exempt gets the letters on paper</source>
            <translation>Somebody who is exempt gets the letters on paper</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Letters</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>If it is not Danish</source>
            <translation>If it is not Danish</translation>
        </message>
        <message>
            <source>Interpreter needed</source>
            <translation>Interpreter needed</translation>
        </message>
        <message>
            <source>Usual</source>
            <translation>Usual</translation>
        </message>
        <message>
            <source>Large (16 pt)</source>
            <translation>Large (16 pt)</translation>
        </message>
        <message>
            <source>Very large (20 pt)</source>
            <translation>Very large (20 pt)</translation>
        </message>
        <message>
            <source>Letters and enclosures are made in this size</source>
            <translation>Letters and enclosures are made in this size</translation>
        </message>
        <message>
            <source>Text size of letters</source>
            <translation>Text size of letters</translation>
        </message>
        <message>
            <source>Danish only</source>
            <translation>Danish only</translation>
        </message>
        <message>
            <source>The decision in short and the sheets, as help. The Danish text holds.</source>
            <translation>The decision in short and the sheets, as help. The Danish text holds.</translation>
        </message>
        <message>
            <source>Help pages</source>
            <translation>Help pages</translation>
        </message>
    </context>
    <context>
        <name>ReceivedPart</name>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Received on</translation>
        </message>
        <message>
            <source>The deadlines run from here</source>
            <translation>The deadlines run from here</translation>
        </message>
        <message>
            <source>Citizen contacted on</source>
            <translation>Citizen contacted on</translation>
        </message>
        <message>
            <source>To agree a visit</source>
            <translation>To agree a visit</translation>
        </message>
        <message>
            <source>Received from</source>
            <translation>Received from</translation>
        </message>
        <message>
            <source>Name of the one who asked</source>
            <translation>Name of the one who asked</translation>
        </message>
        <message>
            <source>Does the citizen agree that others have asked?</source>
            <translation>Does the citizen agree that others have asked?</translation>
        </message>
        <message>
            <source>Without it the one who asked is told nothing about the case</source>
            <translation>Without it the one who asked is told nothing about the case</translation>
        </message>
    </context>
    <context>
        <name>RecordCard</name>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove: {name}</source>
            <translation>Remove: {name}</translation>
        </message>
    </context>
    <context>
        <name>ReportCard</name>
        <message>
            <source>What the provider reports</source>
            <translation>What the provider reports</translation>
        </message>
        <message>
            <source>The report holds no text here.</source>
            <translation>The report holds no text here.</translation>
        </message>
    </context>
    <context>
        <name>ReportRow</name>
        <message>
            <source>To be here by</source>
            <translation>To be here by</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Received on</translation>
        </message>
        <message>
            <source>Status meeting on</source>
            <translation>Status meeting on</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>Written by</translation>
        </message>
        <message>
            <source>What the support has led to</source>
            <translation>What the support has led to</translation>
        </message>
        <message>
            <source>How it goes with the goals</source>
            <translation>How it goes with the goals</translation>
        </message>
        <message>
            <source>Changes in what the citizen can do</source>
            <translation>Changes in what the citizen can do</translation>
        </message>
        <message>
            <source>What the provider proposes</source>
            <translation>What the provider proposes</translation>
        </message>
        <message>
            <source>Show status report</source>
            <translation>Show status report</translation>
        </message>
        <message>
            <source>Received {day}</source>
            <translation>Received {day}</translation>
        </message>
        <message>
            <source>Status meeting {day}</source>
            <translation>Status meeting {day}</translation>
        </message>
        <message>
            <source>Awaited by {day}</source>
            <translation>Awaited by {day}</translation>
        </message>
        <message>
            <source>A status report</source>
            <translation>A status report</translation>
        </message>
    </context>
    <context>
        <name>ReportsCard</name>
        <message>
            <source>Status reports and status meetings</source>
            <translation>Status reports and status meetings</translation>
        </message>
        <message>
            <source>No status reports noted.</source>
            <translation>No status reports noted.</translation>
        </message>
        <message>
            <source>Add status report</source>
            <translation>Add status report</translation>
        </message>
        <message>
            <source>The next status report is awaited by {day}.</source>
            <translation>The next status report is awaited by {day}.</translation>
        </message>
    </context>
    <context>
        <name>RequirementsCard</name>
        <message>
            <source>Requirements to the home</source>
            <translation>Requirements to the home</translation>
        </message>
        <message>
            <source>The citizen has been told the requirements</source>
            <translation>The citizen has been told the requirements</translation>
        </message>
    </context>
    <context>
        <name>RestoreOffer</name>
        <message>
            <source>Backups</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>Restore this one</source>
            <translation>Restore this one</translation>
        </message>
        <message>
            <source>Look on another disk …</source>
            <translation>Look on another disk …</translation>
        </message>
        <message>
            <source>Yes, restore it</source>
            <translation>Yes, restore it</translation>
        </message>
        <message>
            <source>No, not now</source>
            <translation>No, not now</translation>
        </message>
        <message>
            <source>{when} (damaged, cannot be read)</source>
            <translation>{when} (damaged, cannot be read)</translation>
        </message>
        <message>
            <source>What was recorded after {when} is not in the backup. The files that are there now are moved aside and kept. Restore it?</source>
            <translation>What was recorded after {when} is not in the backup. The files that are there now are moved aside and kept. Restore it?</translation>
        </message>
        <message>
            <source>Choose the backup to go on from. The newest stands first.</source>
            <translation>Choose the backup to go on from. The newest stands first.</translation>
        </message>
        <message>
            <source>None of these backups can be read. Choose one that you have on another disk.</source>
            <translation>None of these backups can be read. Choose one that you have on another disk.</translation>
        </message>
        <message>
            <source>There is no backup on this computer. If you have one on another disk, choose its folder.</source>
            <translation>There is no backup on this computer. If you have one on another disk, choose its folder.</translation>
        </message>
        <message>
            <source>Where does the backup lie?</source>
            <translation>Where does the backup lie?</translation>
        </message>
    </context>
    <context>
        <name>ResultCard</name>
        <message>
            <source>What comes of it</source>
            <translation>What comes of it</translation>
        </message>
        <message>
            <source>The help</source>
            <translation>The help</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>Show the summary</source>
            <translation>Show the summary</translation>
        </message>
        <message>
            <source>Go to the decision</source>
            <translation>Go to the decision</translation>
        </message>
        <message>
            <source>Go to the assessment</source>
            <translation>Go to the assessment</translation>
        </message>
        <message>
            <source>Goes on</source>
            <translation>Goes on</translation>
        </message>
        <message>
            <source>Is changed</source>
            <translation>Is changed</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Ends</translation>
        </message>
        <message>
            <source>Is assessed anew</source>
            <translation>Is assessed anew</translation>
        </message>
        <message>
            <source>The help goes on as it is granted: no new decision is needed.</source>
            <translation>The help goes on as it is granted: no new decision is needed.</translation>
        </message>
        <message>
            <source>A change needs a new decision with reasons, also when you both agree.</source>
            <translation>A change needs a new decision with reasons, also when you both agree.</translation>
        </message>
        <message>
            <source>The help ends with a decision that gives the reasons.</source>
            <translation>The help ends with a decision that gives the reasons.</translation>
        </message>
        <message>
            <source>Assess the areas anew at this visit, or agree on a visit for it. The help goes on until a new decision is made.</source>
            <translation>Assess the areas anew at this visit, or agree on a visit for it. The help goes on until a new decision is made.</translation>
        </message>
        <message>
            <source>Next time by {day}.</source>
            <translation>Next time by {day}.</translation>
        </message>
    </context>
    <context>
        <name>ResultPart</name>
        <message>
            <source>Write what is applied for under the request first.</source>
            <translation>Write what is applied for under the request first.</translation>
        </message>
        <message>
            <source>Grant everything that help is chosen for</source>
            <translation>Grant everything that help is chosen for</translation>
        </message>
        <message>
            <source>Chosen help granted</source>
            <translation>Chosen help granted</translation>
        </message>
    </context>
    <context>
        <name>ReviewCard</name>
        <message>
            <source>The review</source>
            <translation>The review</translation>
        </message>
        <message>
            <source>Done today by me</source>
            <translation>Done today by me</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>Done on</translation>
        </message>
        <message>
            <source>Done by</source>
            <translation>Done by</translation>
        </message>
        <message>
            <source>Present</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Provider</translation>
        </message>
        <message>
            <source>Next review</source>
            <translation>Next review</translation>
        </message>
        <message>
            <source>What was agreed, and that the citizen has got a copy</source>
            <translation>What was agreed, and that the citizen has got a copy</translation>
        </message>
        <message>
            <source>The citizen's receipt</source>
            <translation>The citizen's receipt</translation>
        </message>
        <message numerus="yes">
            <source>In %n month(s)</source>
            <translation>
                <numerusform>In %n month</numerusform>
                <numerusform>In %n months</numerusform>
            </translation>
        </message>
        <message>
            <source>Next review: {when}</source>
            <translation>Next review: {when}</translation>
        </message>
        <message>
            <source>Review of the home</source>
            <translation>Review of the home</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Find name, CPR or address   Ctrl+K</source>
            <translation>Find name, CPR or address   Ctrl+K</translation>
        </message>
        <message>
            <source>Find a citizen</source>
            <translation>Find a citizen</translation>
        </message>
        <message>
            <source>Citizens found</source>
            <translation>Citizens found</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>Nobody found</translation>
        </message>
        <message>
            <source>Search at the municipality too …</source>
            <translation>Search at the municipality too …</translation>
        </message>
    </context>
    <context>
        <name>SectionItem</name>
        <message>
            <source>not begun</source>
            <translation>not begun</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>begun</translation>
        </message>
        <message>
            <source>filled in</source>
            <translation>filled in</translation>
        </message>
    </context>
    <context>
        <name>SectionNav</name>
        <message>
            <source>Sections of the visit</source>
            <translation>Sections of the visit</translation>
        </message>
    </context>
    <context>
        <name>ServiceBlock</name>
        <message>
            <source>Add a line</source>
            <translation>Add a line</translation>
        </message>
        <message>
            <source>Add a line of {service}</source>
            <translation>Add a line of {service}</translation>
        </message>
        <message>
            <source>Open to everybody: needs no grant.</source>
            <translation>Open to everybody: needs no grant.</translation>
        </message>
        <message>
            <source>What the standard says</source>
            <translation>What the standard says</translation>
        </message>
        <message>
            <source>Hide what the standard says</source>
            <translation>Hide what the standard says</translation>
        </message>
    </context>
    <context>
        <name>ServiceCard</name>
        <message>
            <source>Change provider</source>
            <translation>Change provider</translation>
        </message>
        <message>
            <source>Change provider: {name}</source>
            <translation>Change provider: {name}</translation>
        </message>
        <message>
            <source>Use for all services</source>
            <translation>Use for all services</translation>
        </message>
        <message>
            <source>Use for all services: {name}</source>
            <translation>Use for all services: {name}</translation>
        </message>
        <message>
            <source>The same provider for all services</source>
            <translation>The same provider for all services</translation>
        </message>
        <message>
            <source>Change of provider: {name}</source>
            <translation>Change of provider: {name}</translation>
        </message>
    </context>
    <context>
        <name>ServiceFacts</name>
        <message>
            <source>Legal basis</source>
            <translation>Legal basis</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>For whom</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>Covers</translation>
        </message>
        <message>
            <source>Does not cover</source>
            <translation>Does not cover</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>How much</translation>
        </message>
        <message>
            <source>Packages</source>
            <translation>Packages</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>How long</source>
            <translation>How long</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Cancelling and ending</source>
            <translation>Cancelling and ending</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Provider</translation>
        </message>
        <message>
            <source>The citizen provides</source>
            <translation>The citizen provides</translation>
        </message>
        <message>
            <source>The citizen pays</source>
            <translation>The citizen pays</translation>
        </message>
        <message>
            <source>{package} ({hours} hours a week)</source>
            <translation>{package} ({hours} hours a week)</translation>
        </message>
    </context>
    <context>
        <name>ServicesForm</name>
        <message>
            <source>Search in the catalogue</source>
            <translation>Search in the catalogue</translation>
        </message>
        <message>
            <source>No help is chosen yet. Take a proposal, or use the catalogue.</source>
            <translation>No help is chosen yet. Take a proposal, or use the catalogue.</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>You</source>
            <translation>You</translation>
        </message>
        <message>
            <source>Stands under the decisions you make.</source>
            <translation>Stands under the decisions you make.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Not chosen</translation>
        </message>
        <message>
            <source>Its quality standards are proposed for new visits.</source>
            <translation>Its quality standards are proposed for new visits.</translation>
        </message>
        <message>
            <source>Municipality</source>
            <translation>Municipality</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>Normal text</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>Language (from the next start)</source>
            <translation>Language (from the next start)</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Text size</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>Security</translation>
        </message>
        <message>
            <source>What you record is encrypted with your passphrase.</source>
            <translation>What you record is encrypted with your passphrase.</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Change the passphrase</source>
            <translation>Change the passphrase</translation>
        </message>
        <message>
            <source>Lock now (Ctrl+L)</source>
            <translation>Lock now (Ctrl+L)</translation>
        </message>
        <message>
            <source>Lock after</source>
            <translation>Lock after</translation>
        </message>
        <message>
            <source>Current passphrase</source>
            <translation>Current passphrase</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>New passphrase</translation>
        </message>
        <message>
            <source>Closed cases</source>
            <translation>Closed cases</translation>
        </message>
        <message>
            <source>Closed cases are deleted from this computer when the municipality's system has confirmed that it has them. What has not been sent is never deleted, and a case that is needed again is fetched from there by searching for the citizen.</source>
            <translation>Closed cases are deleted from this computer when the municipality's system has confirmed that it has them. What has not been sent is never deleted, and a case that is needed again is fetched from there by searching for the citizen.</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete after</source>
            <translation>Delete after</translation>
        </message>
        <message>
            <source>The passphrase is changed.</source>
            <translation>The passphrase is changed.</translation>
        </message>
    </context>
    <context>
        <name>SettleDialog</name>
        <message>
            <source>Written differently</source>
            <translation>Written differently</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Citizen without a name</translation>
        </message>
        <message>
            <source>Use this text</source>
            <translation>Use this text</translation>
        </message>
        <message>
            <source>Or write something else</source>
            <translation>Or write something else</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Unknown</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>Not recorded</translation>
        </message>
        <message>
            <source>Choose this</source>
            <translation>Choose this</translation>
        </message>
        <message>
            <source>{field}: choose {value}, written by {who}</source>
            <translation>{field}: choose {value}, written by {who}</translation>
        </message>
        <message>
            <source>added: {text}</source>
            <translation>added: {text}</translation>
        </message>
        <message>
            <source>only here: {text}</source>
            <translation>only here: {text}</translation>
        </message>
        <message>
            <source>removed: {text}</source>
            <translation>removed: {text}</translation>
        </message>
    </context>
    <context>
        <name>Sides</name>
        <message>
            <source>On this computer</source>
            <translation>On this computer</translation>
        </message>
        <message>
            <source>On the computer {name}</source>
            <translation>On the computer {name}</translation>
        </message>
        <message>
            <source>On another computer</source>
            <translation>On another computer</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} at {time}</translation>
        </message>
    </context>
    <context>
        <name>SignPart</name>
        <message>
            <source>Print draft</source>
            <translation>Print draft</translation>
        </message>
        <message>
            <source>Sign and lock</source>
            <translation>Sign and lock</translation>
        </message>
        <message numerus="yes">
            <source>%n point(s) missing before you can lock</source>
            <translation>
                <numerusform>%n point missing before you can lock</numerusform>
                <numerusform>%n points missing before you can lock</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourcePart</name>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>For example: the doctor</source>
            <translation>For example: the doctor</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>What it says</translation>
        </message>
        <message>
            <source>Does the citizen know that we have it?</source>
            <translation>Does the citizen know that we have it?</translation>
        </message>
        <message>
            <source>Does it weigh against the citizen?</source>
            <translation>Does it weigh against the citizen?</translation>
        </message>
        <message>
            <source>Does it matter for the decision?</source>
            <translation>Does it matter for the decision?</translation>
        </message>
        <message>
            <source>Sent to the citizen on</source>
            <translation>Sent to the citizen on</translation>
        </message>
        <message>
            <source>The citizen's reply</source>
            <translation>The citizen's reply</translation>
        </message>
        <message>
            <source>Remove source</source>
            <translation>Remove source</translation>
        </message>
        <message>
            <source>Show the letter</source>
            <translation>Show the letter</translation>
        </message>
        <message>
            <source>a source without a name</source>
            <translation>a source without a name</translation>
        </message>
        <message>
            <source>Remove source: {name}</source>
            <translation>Remove source: {name}</translation>
        </message>
        <message>
            <source>Show the letter: {name}</source>
            <translation>Show the letter: {name}</translation>
        </message>
        <message>
            <source>The citizen must be heard on this before you decide.</source>
            <translation>The citizen must be heard on this before you decide.</translation>
        </message>
        <message>
            <source>The letter is finished. Send it from Letters, so it is recorded.</source>
            <translation>The letter is finished. Send it from Letters, so it is recorded.</translation>
        </message>
        <message>
            <source>The citizen has been asked. Write the reply, or that none came.</source>
            <translation>The citizen has been asked. Write the reply, or that none came.</translation>
        </message>
    </context>
    <context>
        <name>Stair</name>
        <message>
            <source>Stands here</source>
            <translation>Stands here</translation>
        </message>
        <message>
            <source>Aims at</source>
            <translation>Aims at</translation>
        </message>
        <message>
            <source>Considered</source>
            <translation>Considered</translation>
        </message>
        <message>
            <source>{name}: step {number} of {all}, {step}</source>
            <translation>{name}: step {number} of {all}, {step}</translation>
        </message>
    </context>
    <context>
        <name>StairPart</name>
        <message>
            <source>The citizen stands on</source>
            <translation>The citizen stands on</translation>
        </message>
        <message>
            <source>Choose the steps; there may be several.</source>
            <translation>Choose the steps; there may be several.</translation>
        </message>
        <message>
            <source>Choose the step.</source>
            <translation>Choose the step.</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Not chosen</translation>
        </message>
        <message>
            <source>Aims at</source>
            <translation>Aims at</translation>
        </message>
        <message>
            <source>Lower steps that were tried or considered</source>
            <translation>Lower steps that were tried or considered</translation>
        </message>
        <message>
            <source>For example: what was tried, and why it did not reach far enough.</source>
            <translation>For example: what was tried, and why it did not reach far enough.</translation>
        </message>
        <message>
            <source>Why the lower steps are not enough</source>
            <translation>Why the lower steps are not enough</translation>
        </message>
    </context>
    <context>
        <name>StandardChoice</name>
        <message>
            <source>Quality standard</source>
            <translation>Quality standard</translation>
        </message>
        <message>
            <source>Several, if the help needs it.</source>
            <translation>Several, if the help needs it.</translation>
        </message>
    </context>
    <context>
        <name>StandardWords</name>
        <message>
            <source>What the standard says</source>
            <translation>What the standard says</translation>
        </message>
        <message>
            <source>Section {ref} of the standard</source>
            <translation>Section {ref} of the standard</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>StandardsFoot</name>
        <message>
            <source>Add a quality standard</source>
            <translation>Add a quality standard</translation>
        </message>
        <message>
            <source>The visit is made under: {standards}</source>
            <translation>The visit is made under: {standards}</translation>
        </message>
        <message>
            <source>A visit needs one standard.</source>
            <translation>A visit needs one standard.</translation>
        </message>
        <message>
            <source>Something is applied for or chosen under this standard.</source>
            <translation>Something is applied for or chosen under this standard.</translation>
        </message>
        <message>
            <source>Quality standards of the visit</source>
            <translation>Quality standards of the visit</translation>
        </message>
    </context>
    <context>
        <name>StartRow</name>
        <message>
            <source>Another provider begins</source>
            <translation>Another provider begins</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Provider</translation>
        </message>
        <message>
            <source>The provider was told on</source>
            <translation>The provider was told on</translation>
        </message>
        <message>
            <source>The provider called the citizen on</source>
            <translation>The provider called the citizen on</translation>
        </message>
        <message>
            <source>First visit on</source>
            <translation>First visit on</translation>
        </message>
        <message>
            <source>Weekdays, times, who does what, and how they work with the goals.</source>
            <translation>Weekdays, times, who does what, and how they work with the goals.</translation>
        </message>
        <message>
            <source>Agreed at the first visit</source>
            <translation>Agreed at the first visit</translation>
        </message>
        <message>
            <source>Begun on {day}.</source>
            <translation>Begun on {day}.</translation>
        </message>
        <message>
            <source>Normally begun by {day} at the latest.</source>
            <translation>Normally begun by {day} at the latest.</translation>
        </message>
        <message>
            <source>The citizen was called on {day}; not begun yet.</source>
            <translation>The citizen was called on {day}; not begun yet.</translation>
        </message>
        <message>
            <source>The provider was told on {day}; not begun yet.</source>
            <translation>The provider was told on {day}; not begun yet.</translation>
        </message>
        <message>
            <source>Nothing noted yet.</source>
            <translation>Nothing noted yet.</translation>
        </message>
        <message>
            <source>Another provider begins: {name}</source>
            <translation>Another provider begins: {name}</translation>
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
            <translation>The providers begin</translation>
        </message>
        <message>
            <source>No help is granted yet.</source>
            <translation>No help is granted yet.</translation>
        </message>
        <message>
            <source>Change provider</source>
            <translation>Change provider</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) of provider asked for.</source>
            <translation>
                <numerusform>%n change of provider asked for.</numerusform>
                <numerusform>%n changes of provider asked for.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Everything is saved on this computer</source>
            <translation>Everything is saved on this computer</translation>
        </message>
        <message>
            <source>What was changed?</source>
            <translation>What was changed?</translation>
        </message>
        <message>
            <source>The history of the visit (Ctrl+Shift+H)</source>
            <translation>The history of the visit (Ctrl+Shift+H)</translation>
        </message>
        <message>
            <source>What is on this computer only, and what was sent</source>
            <translation>What is on this computer only, and what was sent</translation>
        </message>
        <message>
            <source>Demonstration: made-up citizens</source>
            <translation>Demonstration: made-up citizens</translation>
        </message>
        <message>
            <source>Saved at {time} on this computer</source>
            <translation>Saved at {time} on this computer</translation>
        </message>
        <message>
            <source>Not saved: the disk does not take what you write</source>
            <translation>Not saved: the disk does not take what you write</translation>
        </message>
        <message numerus="yes">
            <source>Locks after %n minute(s) without use</source>
            <translation>
                <numerusform>Locks after %n minute without use</numerusform>
                <numerusform>Locks after %n minutes without use</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusScale</name>
        <message>
            <source>To be changed before help can start</source>
            <translation>To be changed before help can start</translation>
        </message>
        <message>
            <source>In order</source>
            <translation>In order</translation>
        </message>
        <message>
            <source>To be changed</source>
            <translation>To be changed</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Before start</source>
            <translation>Before start</translation>
        </message>
        <message>
            <source>Not relevant</source>
            <translation>Not relevant</translation>
        </message>
    </context>
    <context>
        <name>StayRow</name>
        <message>
            <source>What</source>
            <translation>What</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>First day of support</source>
            <translation>First day of support</translation>
        </message>
        <message>
            <source>Last day of support</source>
            <translation>Last day of support</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Hospital stay</source>
            <translation>Hospital stay</translation>
        </message>
        <message>
            <source>Relief or clarifying stay</source>
            <translation>Relief or clarifying stay</translation>
        </message>
        <message>
            <source>Discharge</source>
            <translation>Discharge</translation>
        </message>
        <message>
            <source>A stay</source>
            <translation>A stay</translation>
        </message>
        <message>
            <source>The last day of support is before the first.</source>
            <translation>The last day of support is before the first.</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) of support.</source>
            <translation>
                <numerusform>%n day of support.</numerusform>
                <numerusform>%n days of support.</numerusform>
            </translation>
        </message>
        <message>
            <source>The standard gives up to {days} days.</source>
            <translation>The standard gives up to {days} days.</translation>
        </message>
    </context>
    <context>
        <name>StaysCard</name>
        <message>
            <source>Stays at hospital and support around them</source>
            <translation>Stays at hospital and support around them</translation>
        </message>
        <message>
            <source>No stays noted.</source>
            <translation>No stays noted.</translation>
        </message>
        <message>
            <source>Add stay</source>
            <translation>Add stay</translation>
        </message>
    </context>
    <context>
        <name>SwapRow</name>
        <message>
            <source>Day of the swap</source>
            <translation>Day of the swap</translation>
        </message>
        <message>
            <source>Told by</source>
            <translation>Told by</translation>
        </message>
        <message>
            <source>Instead of</source>
            <translation>Instead of</translation>
        </message>
        <message>
            <source>The citizen got</source>
            <translation>The citizen got</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>{new} instead of {old}</source>
            <translation>{new} instead of {old}</translation>
        </message>
        <message>
            <source>Something else instead of {old}</source>
            <translation>Something else instead of {old}</translation>
        </message>
        <message>
            <source>Swapped to {new}</source>
            <translation>Swapped to {new}</translation>
        </message>
        <message>
            <source>A swap</source>
            <translation>A swap</translation>
        </message>
    </context>
    <context>
        <name>SwapsCard</name>
        <message>
            <source>Swapped services</source>
            <translation>Swapped services</translation>
        </message>
        <message>
            <source>No swaps noted.</source>
            <translation>No swaps noted.</translation>
        </message>
        <message>
            <source>Add swap</source>
            <translation>Add swap</translation>
        </message>
        <message numerus="yes">
            <source>%n swap(s) in the last {months} months.</source>
            <translation>
                <numerusform>%n swap in the last {months} months.</numerusform>
                <numerusform>%n swaps in the last {months} months.</numerusform>
            </translation>
        </message>
        <message>
            <source>More than {count} ask for a new look at the case.</source>
            <translation>More than {count} ask for a new look at the case.</translation>
        </message>
    </context>
    <context>
        <name>SyncCard</name>
        <message>
            <source>Sending to the municipality</source>
            <translation>Sending to the municipality</translation>
        </message>
        <message>
            <source>Send and fetch now</source>
            <translation>Send and fetch now</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Show what is written differently</source>
            <translation>Show what is written differently</translation>
        </message>
        <message>
            <source>Leave the server …</source>
            <translation>Leave the server …</translation>
        </message>
        <message>
            <source>Enrolled for {user} at {address}</source>
            <translation>Enrolled for {user} at {address}</translation>
        </message>
        <message>
            <source>Everything you write is on this computer only, encrypted. That is fine, but a computer can be lost: take a backup to another disk now and then, under Settings, Backups. If the municipality has a server for Hjemmebesøg, enrol the computer there.</source>
            <translation>Everything you write is on this computer only, encrypted. That is fine, but a computer can be lost: take a backup to another disk now and then, under Settings, Backups. If the municipality has a server for Hjemmebesøg, enrol the computer there.</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>Not yet</translation>
        </message>
        <message>
            <source>Came in and could not be read yet</source>
            <translation>Came in and could not be read yet</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
        <message>
            <source>Files to send</source>
            <translation>Files to send</translation>
        </message>
        <message>
            <source>Files to fetch</source>
            <translation>Files to fetch</translation>
        </message>
        <message>
            <source>On this computer only</source>
            <translation>On this computer only</translation>
        </message>
        <message>
            <source>At the server</source>
            <translation>At the server</translation>
        </message>
        <message>
            <source>Refused by the server</source>
            <translation>Refused by the server</translation>
        </message>
        <message>
            <source>Written differently</source>
            <translation>Written differently</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s)</source>
            <translation>
                <numerusform>%n field</numerusform>
                <numerusform>%n fields</numerusform>
            </translation>
        </message>
        <message>
            <source>Moved, for reading only</source>
            <translation>Moved, for reading only</translation>
        </message>
        <message>
            <source>Last sent and fetched</source>
            <translation>Last sent and fetched</translation>
        </message>
        <message>
            <source>Next attempt</source>
            <translation>Next attempt</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Clock</translation>
        </message>
        <message numerus="yes">
            <source>%n more refused</source>
            <translation>
                <numerusform>%n more refused</numerusform>
                <numerusform>%n more refused</numerusform>
            </translation>
        </message>
        <message>
            <source>Send all of them again</source>
            <translation>Send all of them again</translation>
        </message>
        <message>
            <source>Refused {moment}: {what}</source>
            <translation>Refused {moment}: {what}</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Send again: {what}</source>
            <translation>Send again: {what}</translation>
        </message>
        <message>
            <source>Leave the server?</source>
            <translation>Leave the server?</translation>
        </message>
        <message>
            <source>All that is here stays on this computer. Nothing is sent any more, and a new code is needed to enrol the computer again.</source>
            <translation>All that is here stays on this computer. Nothing is sent any more, and a new code is needed to enrol the computer again.</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) have not been sent yet.</source>
            <translation>
                <numerusform>%n change have not been sent yet.</numerusform>
                <numerusform>%n changes have not been sent yet.</numerusform>
            </translation>
        </message>
        <message>
            <source>The server could not be reached, and does not know yet that the computer has left. Tell the administrator, who takes it off the list.</source>
            <translation>The server could not be reached, and does not know yet that the computer has left. Tell the administrator, who takes it off the list.</translation>
        </message>
        <message numerus="yes">
            <source>Every %n minute(s)</source>
            <translation>
                <numerusform>Every %n minute</numerusform>
                <numerusform>Every %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Sends and fetches</source>
            <translation>Sends and fetches</translation>
        </message>
    </context>
    <context>
        <name>SyncDialog</name>
        <message>
            <source>Sending to the municipality</source>
            <translation>Sending to the municipality</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>SyncTies</name>
        <message>
            <source>The case was erased at the municipality, and therefore here too.</source>
            <translation>The case was erased at the municipality, and therefore here too.</translation>
        </message>
    </context>
    <context>
        <name>SyncWords</name>
        <message>
            <source>Only on this computer</source>
            <translation>Only on this computer</translation>
        </message>
        <message numerus="yes">
            <source>%n refused</source>
            <translation>
                <numerusform>%n refused</numerusform>
                <numerusform>%n refused</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n written differently</source>
            <translation>
                <numerusform>%n written differently</numerusform>
                <numerusform>%n written differently</numerusform>
            </translation>
        </message>
        <message>
            <source>Last sent {moment}</source>
            <translation>Last sent {moment}</translation>
        </message>
        <message>
            <source>Sending changes</source>
            <translation>Sending changes</translation>
        </message>
        <message>
            <source>Fetching changes</source>
            <translation>Fetching changes</translation>
        </message>
        <message>
            <source>Sending pictures and documents</source>
            <translation>Sending pictures and documents</translation>
        </message>
        <message>
            <source>Fetching pictures and documents</source>
            <translation>Fetching pictures and documents</translation>
        </message>
        <message>
            <source>Fetching quality standards</source>
            <translation>Fetching quality standards</translation>
        </message>
        <message>
            <source>Calling the municipality's server</source>
            <translation>Calling the municipality's server</translation>
        </message>
        <message>
            <source>at {time}</source>
            <translation>at {time}</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} at {time}</translation>
        </message>
        <message>
            <source>When you ask for it</source>
            <translation>When you ask for it</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Now</translation>
        </message>
        <message numerus="yes">
            <source>This computer's clock is %n minute(s) slow</source>
            <translation>
                <numerusform>This computer's clock is %n minute slow</numerusform>
                <numerusform>This computer's clock is %n minutes slow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This computer's clock is %n minute(s) fast</source>
            <translation>
                <numerusform>This computer's clock is %n minute fast</numerusform>
                <numerusform>This computer's clock is %n minutes fast</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n decision(s), with this computer's seal only</source>
            <translation>
                <numerusform>%n decision, with this computer's seal only</numerusform>
                <numerusform>%n decisions, with this computer's seal only</numerusform>
            </translation>
        </message>
        <message>
            <source>Not sealed by the municipality</source>
            <translation>Not sealed by the municipality</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n change</numerusform>
                <numerusform>%n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) are on this computer only</source>
            <translation>
                <numerusform>%n change are on this computer only</numerusform>
                <numerusform>%n changes are on this computer only</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) or document(s) are on this computer only</source>
            <translation>
                <numerusform>%n picture or document are on this computer only</numerusform>
                <numerusform>%n pictures or documents are on this computer only</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is at the municipality's server</source>
            <translation>Everything is at the municipality's server</translation>
        </message>
        <message>
            <source>{what}: {done} of {total}</source>
            <translation>{what}: {done} of {total}</translation>
        </message>
    </context>
    <context>
        <name>TargetPart</name>
        <message>
            <source>Target group and unit</source>
            <translation>Target group and unit</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Not chosen</translation>
        </message>
        <message>
            <source>Target group</source>
            <translation>Target group</translation>
        </message>
        <message>
            <source>How long the need is expected to last</source>
            <translation>How long the need is expected to last</translation>
        </message>
        <message>
            <source>Permanent</source>
            <translation>Permanent</translation>
        </message>
        <message>
            <source>Temporary</source>
            <translation>Temporary</translation>
        </message>
        <message>
            <source>Stands in the letters. The municipality's own number may stand here.</source>
            <translation>Stands in the letters. The municipality's own number may stand here.</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Case number</translation>
        </message>
        <message>
            <source>Decided by: {unit}</source>
            <translation>Decided by: {unit}</translation>
        </message>
    </context>
    <context>
        <name>TextArea</name>
        <message numerus="yes">
            <source>%n character(s) too many: shorten the text.</source>
            <translation>
                <numerusform>%n character too many: shorten the text.</numerusform>
                <numerusform>%n characters too many: shorten the text.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TurnCard</name>
        <message>
            <source>The screen turned to the citizen</source>
            <translation>The screen turned to the citizen</translation>
        </message>
        <message>
            <source>The way back to the case asks for your passphrase, or for a PIN that holds until the program locks. After three wrong tries only the passphrase opens.</source>
            <translation>The way back to the case asks for your passphrase, or for a PIN that holds until the program locks. After three wrong tries only the passphrase opens.</translation>
        </message>
        <message>
            <source>Use this PIN</source>
            <translation>Use this PIN</translation>
        </message>
        <message>
            <source>PIN, at least four digits</source>
            <translation>PIN, at least four digits</translation>
        </message>
        <message>
            <source>The PIN holds until the program locks.</source>
            <translation>The PIN holds until the program locks.</translation>
        </message>
        <message>
            <source>The way back asks for the passphrase.</source>
            <translation>The way back asks for the passphrase.</translation>
        </message>
    </context>
    <context>
        <name>UnfinishedLines</name>
        <message>
            <source>Not finished: you were writing this when the program stopped or locked.</source>
            <translation>Not finished: you were writing this when the program stopped or locked.</translation>
        </message>
        <message>
            <source>Not finished when you left, and not recorded yet. It is back where you wrote it: {what}.</source>
            <translation>Not finished when you left, and not recorded yet. It is back where you wrote it: {what}.</translation>
        </message>
        <message>
            <source>You were writing this, but its field has been changed since or is not shown. It is not recorded: {what}. Write it again if it still holds, or press Esc in the field to let it go.</source>
            <translation>You were writing this, but its field has been changed since or is not shown. It is not recorded: {what}. Write it again if it still holds, or press Esc in the field to let it go.</translation>
        </message>
    </context>
    <context>
        <name>UnlockWindow</name>
        <message>
            <source>Unlock Hjemmebesøg</source>
            <translation>Unlock Hjemmebesøg</translation>
        </message>
        <message>
            <source>What you have recorded is encrypted on this computer.</source>
            <translation>What you have recorded is encrypted on this computer.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>Unlock with the computer's keyring</source>
            <translation>Unlock with the computer's keyring</translation>
        </message>
        <message>
            <source>The backup of {when} is in place. Unlock with the passphrase of that day.</source>
            <translation>The backup of {when} is in place. Unlock with the passphrase of that day.</translation>
        </message>
        <message>
            <source>The program locks as soon as what is under way is done.</source>
            <translation>The program locks as soon as what is under way is done.</translation>
        </message>
        <message>
            <source>The disk would not take the last text. It is held encrypted in memory until you unlock: do not close the program before.</source>
            <translation>The disk would not take the last text. It is held encrypted in memory until you unlock: do not close the program before.</translation>
        </message>
    </context>
    <context>
        <name>Upkeep</name>
        <message>
            <source>The automatic backup was not taken. {why}</source>
            <translation>The automatic backup was not taken. {why}</translation>
        </message>
    </context>
    <context>
        <name>Values</name>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Level {value}</source>
            <translation>Level {value}</translation>
        </message>
    </context>
    <context>
        <name>VisitCardPanel</name>
        <message>
            <source>Open the visit</source>
            <translation>Open the visit</translation>
        </message>
        <message>
            <source>The visit cannot be shown</source>
            <translation>The visit cannot be shown</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Citizen without a name</translation>
        </message>
        <message>
            <source>Read the visit</source>
            <translation>Read the visit</translation>
        </message>
        <message>
            <source>Continue the visit</source>
            <translation>Continue the visit</translation>
        </message>
        <message>
            <source>CPR {cpr}</source>
            <translation>CPR {cpr}</translation>
        </message>
        <message>
            <source>{age} years</source>
            <translation>{age} years</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Request</translation>
        </message>
        <message>
            <source>Applied for</source>
            <translation>Applied for</translation>
        </message>
        <message>
            <source>Lives with</source>
            <translation>Lives with</translation>
        </message>
        <message>
            <source>Companion</source>
            <translation>Companion</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Others in the home</source>
            <translation>Others in the home</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>{language} (interpreter)</source>
            <translation>{language} (interpreter)</translation>
        </message>
        <message>
            <source>Protected</source>
            <translation>Protected</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Missing</translation>
        </message>
    </context>
    <context>
        <name>VisitDesk</name>
        <message>
            <source>Undone</source>
            <translation>Undone</translation>
        </message>
        <message>
            <source>Done again</source>
            <translation>Done again</translation>
        </message>
        <message>
            <source>Changed after the decision was issued: {what}. The decision stands as it was issued.</source>
            <translation>Changed after the decision was issued: {what}. The decision stands as it was issued.</translation>
        </message>
        <message>
            <source>Choose a photo</source>
            <translation>Choose a photo</translation>
        </message>
        <message>
            <source>Photos (*.jpg *.jpeg *.png *.webp)</source>
            <translation>Photos (*.jpg *.jpeg *.png *.webp)</translation>
        </message>
    </context>
    <context>
        <name>VisitDraft</name>
        <message>
            <source>You were planning this visit when the program locked or was closed. Here is what you had typed.</source>
            <translation>You were planning this visit when the program locked or was closed. Here is what you had typed.</translation>
        </message>
    </context>
    <context>
        <name>VisitHeader</name>
        <message>
            <source>‹ Visits</source>
            <translation>‹ Visits</translation>
        </message>
        <message>
            <source>Turn the screen</source>
            <translation>Turn the screen</translation>
        </message>
        <message>
            <source>Show the consents to the citizen and nothing else</source>
            <translation>Show the consents to the citizen and nothing else</translation>
        </message>
        <message>
            <source>To the decision</source>
            <translation>To the decision</translation>
        </message>
        <message>
            <source>Sign and lock</source>
            <translation>Sign and lock</translation>
        </message>
        <message>
            <source>Citizen without a name</source>
            <translation>Citizen without a name</translation>
        </message>
        <message>
            <source>{age} years</source>
            <translation>{age} years</translation>
        </message>
        <message>
            <source>CPR {cpr}</source>
            <translation>CPR {cpr}</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) missing</source>
            <translation>
                <numerusform>%n thing missing</numerusform>
                <numerusform>%n things missing</numerusform>
            </translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>Being locked</source>
            <translation>Being locked</translation>
        </message>
        <message>
            <source>‹ The visit</source>
            <translation>‹ The visit</translation>
        </message>
    </context>
    <context>
        <name>VisitHistoryDialog</name>
        <message>
            <source>The history of the visit</source>
            <translation>The history of the visit</translation>
        </message>
        <message>
            <source>Show what was done before</source>
            <translation>Show what was done before</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} at {time}</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>Changed after the decision was issued</source>
            <translation>Changed after the decision was issued</translation>
        </message>
        <message>
            <source>The letter was finished: {kind}</source>
            <translation>The letter was finished: {kind}</translation>
        </message>
        <message>
            <source>The decision was issued: version {n}</source>
            <translation>The decision was issued: version {n}</translation>
        </message>
        <message>
            <source>{name}: removed</source>
            <translation>{name}: removed</translation>
        </message>
        <message>
            <source>{name}: added</source>
            <translation>{name}: added</translation>
        </message>
        <message>
            <source>Erased</source>
            <translation>Erased</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>Not recorded</translation>
        </message>
        <message>
            <source>{name}: {now}</source>
            <translation>{name}: {now}</translation>
        </message>
        <message>
            <source>{name}: {now} (before: {before})</source>
            <translation>{name}: {now} (before: {before})</translation>
        </message>
    </context>
    <context>
        <name>WayBack</name>
        <message>
            <source>Thank you</source>
            <translation>Thank you</translation>
        </message>
        <message>
            <source>Give the computer back to your visitator.</source>
            <translation>Give the computer back to your visitator.</translation>
        </message>
        <message>
            <source>PIN or passphrase</source>
            <translation>PIN or passphrase</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Back to the visit</source>
            <translation>Back to the visit</translation>
        </message>
    </context>
    <context>
        <name>WeekCard</name>
        <message>
            <source>The week</source>
            <translation>The week</translation>
        </message>
        <message>
            <source>No weekday agreed: {names}</source>
            <translation>No weekday agreed: {names}</translation>
        </message>
        <message>
            <source>Time in a week, where it is known: {hours} h {minutes} min</source>
            <translation>Time in a week, where it is known: {hours} h {minutes} min</translation>
        </message>
    </context>
    <context>
        <name>WeekView</name>
        <message>
            <source>Monday</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>The week</source>
            <translation>The week</translation>
        </message>
        <message>
            <source>No help is placed in the week yet.</source>
            <translation>No help is placed in the week yet.</translation>
        </message>
        <message>
            <source>No fixed time</source>
            <translation>No fixed time</translation>
        </message>
    </context>
    <context>
        <name>WeekdayPicker</name>
        <message>
            <source>Mo</source>
            <translation>Mo</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>Tu</source>
            <translation>Tu</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>We</source>
            <translation>We</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>Th</source>
            <translation>Th</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>Fr</source>
            <translation>Fr</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>Sa</source>
            <translation>Sa</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>Su</source>
            <translation>Su</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Sunday</translation>
        </message>
    </context>
    <context>
        <name>WithdrawPart</name>
        <message>
            <source>Record withdrawal</source>
            <translation>Record withdrawal</translation>
        </message>
        <message>
            <source>For example: by phone, at the visit, in writing</source>
            <translation>For example: by phone, at the visit, in writing</translation>
        </message>
        <message>
            <source>How it was withdrawn</source>
            <translation>How it was withdrawn</translation>
        </message>
        <message>
            <source>Record withdrawal: {name}</source>
            <translation>Record withdrawal: {name}</translation>
        </message>
        <message>
            <source>Consent withdrawn</source>
            <translation>Consent withdrawn</translation>
        </message>
    </context>
    <context>
        <name>WordsHead</name>
        <message>
            <source>The standard has no levels: describe in words.</source>
            <translation>The standard has no levels: describe in words.</translation>
        </message>
        <message numerus="yes">
            <source>%n area(s) described</source>
            <translation>
                <numerusform>%n area described</numerusform>
                <numerusform>%n areas described</numerusform>
            </translation>
        </message>
        <message>
            <source>{done} of {all} described</source>
            <translation>{done} of {all} described</translation>
        </message>
    </context>
    <context>
        <name>YesNo</name>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
    </context>
    <context>
        <name>_Days</name>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n day overdue</numerusform>
                <numerusform>%n days overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Due today</translation>
        </message>
    </context>
</TS>

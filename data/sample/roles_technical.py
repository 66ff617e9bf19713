"""Roles of the tracks Service Desk, IT Support, IT Engineer, Systems Infrastructure Network, System Database
Administrator and IT Security.

A shared role stands once, under the first of its tracks. What is left out is blank in the workbook; Status is open
and Manages people is no unless said otherwise.
"""

ROLES = [
    # Service Desk
    {
        "Role": "IT Apprentice",
        "Grade": 3,
        "Posts": 1,
        "Track": "Service Desk; IT Support; IT Engineer",
        "Also known as": "ICT Apprentice; Trainee Technician",
        "Summary": "Learns how IT is supported by doing it, with a day a week for study. Changes between the desk, "
        "support and engineering every few months.",
        "HERA reference": "HERA-IT-024",
        "Reports to": "Service Desk Team Leader",
    },
    {
        "Role": "Service Desk Analyst",
        "Grade": 4,
        "Posts": 4,
        "Track": "Service Desk",
        "Also known as": "Helpdesk Adviser; Computing Assistant",
        "Summary": "Is the first voice that people hear when they ask for help: solves what is known and passes on "
        "the rest with everything the next person needs.",
        "HERA reference": "HERA-IT-025",
        "Reports to": "Service Desk Team Leader",
    },
    {
        "Role": "Senior Service Desk Analyst",
        "Grade": 5,
        "Posts": 5,
        "Track": "Service Desk",
        "Also known as": "Senior Helpdesk Adviser",
        "Summary": "Takes the harder calls, watches for patterns in them and trains newer colleagues on the desk.",
        "HERA reference": "HERA-IT-026",
        "Reports to": "Service Desk Team Leader",
    },
    {
        "Role": "Service Desk Team Leader",
        "Grade": 6,
        "Posts": 4,
        "Track": "Service Desk",
        "Also known as": "Helpdesk Supervisor",
        "Summary": "Leads a shift of the desk, looks after the people in it and steers the first hour of a major "
        "incident.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-027",
        "Reports to": "Service Desk Manager",
    },
    {
        "Role": "End User Services Manager",
        "Grade": 8,
        "Posts": 1,
        "Track": "Service Desk; IT Support",
        "Also known as": "Customer Services Manager (IT)",
        "Summary": "Leads desk and support together, so that a question is answered once and well wherever it was "
        "asked.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-028",
        "Reports to": "Head of Projects and Services",
    },
    # IT Support
    {
        "Role": "IT Support Technician",
        "Grade": 4,
        "Posts": 4,
        "Track": "IT Support",
        "Also known as": "Computer Technician; Desktop Support Technician",
        "Summary": "Sets up, repairs and replaces computers for staff and students, and visits them where that helps.",
        "HERA reference": "HERA-IT-029",
        "Reports to": "Senior IT Support Officer",
    },
    {
        "Role": "IT Support Officer",
        "Grade": 5,
        "Posts": 5,
        "Track": "IT Support",
        "Also known as": "Computing Officer; Departmental IT Officer",
        "Summary": "Supports one or two departments, knows how they work and chooses equipment and software with "
        "them.",
        "HERA reference": "HERA-IT-030",
        "Reports to": "Senior IT Support Officer",
    },
    {
        "Role": "Senior IT Support Officer",
        "Grade": 6,
        "Posts": 4,
        "Track": "IT Support",
        "Also known as": "Senior Computing Officer; Faculty IT Officer",
        "Summary": "Looks after a faculty's IT needs as a whole and settles what support can promise and what it "
        "cannot.",
        "HERA reference": "HERA-IT-031",
        "Reports to": "IT Support Manager",
    },
    {
        "Role": "IT Support Manager",
        "Grade": 7,
        "Posts": 3,
        "Track": "IT Support",
        "Also known as": "Faculty IT Manager",
        "Summary": "Leads the support teams of a campus and shares their time fairly among the departments.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-032",
        "Reports to": "End User Services Manager",
    },
    # IT Engineer
    {
        "Role": "Media Services Technician",
        "Grade": 4,
        "Posts": 4,
        "Track": "IT Engineer",
        "Status": "closed",
        "Also known as": "Audio-Visual Technician; Lecture Theatre Technician",
        "Summary": "Keeps teaching-room equipment working. No longer recruited to: apprentices now go straight to "
        "IT Engineer, and the people in post may do so when ready.",
        "HERA reference": "HERA-IT-033",
        "Reports to": "Lead IT Engineer",
    },
    {
        "Role": "IT Engineer",
        "Grade": 5,
        "Posts": 4,
        "Track": "IT Engineer",
        "Also known as": "Workstation Engineer; Field Engineer",
        "Summary": "Installs and maintains devices, classroom systems and the tools that keep thousands of them up "
        "to date.",
        "HERA reference": "HERA-IT-034",
        "Reports to": "Lead IT Engineer",
    },
    {
        "Role": "Senior IT Engineer",
        "Grade": 6,
        "Posts": 4,
        "Track": "IT Engineer",
        "Also known as": "Desktop Systems Engineer",
        "Summary": "Designs standard set-ups for computers and rooms, tries them out with users and automates how "
        "they are rolled out.",
        "HERA reference": "HERA-IT-035",
        "Reports to": "Lead IT Engineer",
    },
    {
        "Role": "Lead IT Engineer",
        "Grade": 7,
        "Posts": 2,
        "Track": "IT Engineer",
        "Summary": "Leads the engineering team and plans the renewal of devices and teaching rooms several years "
        "ahead.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-036",
        "Reports to": "Infrastructure Manager",
    },
    {
        "Role": "Infrastructure Manager",
        "Grade": 8,
        "Posts": 1,
        "Track": "IT Engineer; Systems Infrastructure Network",
        "Also known as": "Technical Services Manager; Network Manager",
        "Summary": "Leads the engineers for devices, servers and networks, and plans their work, budget and cover.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-037",
        "Reports to": "Head of Infrastructure",
    },
    # Systems Infrastructure Network
    {
        "Role": "Systems Officer",
        "Grade": 5,
        "Posts": 6,
        "Track": "Systems Infrastructure Network; System Database Administrator",
        "Also known as": "Computing Officer; Systems Support Officer",
        "Summary": "Carries out routine work on servers, networks and databases and finds out which of them to make "
        "a speciality.",
        "HERA reference": "HERA-IT-038",
        "Reports to": "Senior Infrastructure Engineer",
    },
    {
        "Role": "Infrastructure Engineer",
        "Grade": 6,
        "Posts": 3,
        "Track": "Systems Infrastructure Network",
        "Also known as": "Systems Programmer; Network Officer; Server Administrator",
        "Summary": "Builds and runs servers, storage or networks, and makes sure that they can be rebuilt from "
        "written instructions.",
        "HERA reference": "HERA-IT-039",
        "Reports to": "Senior Infrastructure Engineer",
    },
    {
        "Role": "Senior Infrastructure Engineer",
        "Grade": 7,
        "Posts": 3,
        "Track": "Systems Infrastructure Network",
        "Also known as": "Senior Systems Programmer; Senior Network Officer",
        "Summary": "Is the expert for a part of the infrastructure, designs its changes and guides the engineers who "
        "make them.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-040",
        "Reports to": "Infrastructure Manager",
    },
    {
        "Role": "Head of Infrastructure",
        "Grade": 9,
        "Posts": 1,
        "Track": "Systems Infrastructure Network; System Database Administrator",
        "Also known as": "Assistant Director (Technical Services)",
        "Summary": "Answers for the technical foundations of the university's IT: that they are there, that they can "
        "be trusted and that they can be paid for.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-041",
    },
    # System Database Administrator
    {
        "Role": "Database Administrator",
        "Grade": 6,
        "Posts": 3,
        "Track": "System Database Administrator",
        "Also known as": "Database Officer; Data Systems Officer",
        "Summary": "Runs databases day to day: performance, back-ups, upgrades and access, with a plan for when "
        "something goes wrong.",
        "HERA reference": "HERA-IT-042",
        "Reports to": "Senior Database Administrator",
    },
    {
        "Role": "Senior Database Administrator",
        "Grade": 7,
        "Posts": 2,
        "Track": "System Database Administrator",
        "Summary": "Looks after the databases that the university cannot be without for an hour, and designs how "
        "they are copied and recovered.",
        "HERA reference": "HERA-IT-043",
        "Reports to": "Principal Database Administrator",
    },
    {
        "Role": "Principal Database Administrator",
        "Grade": 8,
        "Posts": 1,
        "Track": "System Database Administrator",
        "Also known as": "Database Architect; Database Services Manager",
        "Summary": "Decides how the university stores its most important data, chooses the products and leads the "
        "small team that runs them.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-044",
        "Reports to": "Head of Infrastructure",
    },
    # IT Security
    {
        "Role": "IT Security Analyst",
        "Grade": 6,
        "Posts": 3,
        "Track": "IT Security",
        "Also known as": "Information Security Officer",
        "Summary": "Watches for signs of attack, looks into them and helps colleagues and students to stay safe "
        "online. Most people come here from another track.",
        "HERA reference": "HERA-IT-045",
        "Reports to": "Senior IT Security Analyst",
    },
    {
        "Role": "Senior IT Security Analyst",
        "Grade": 7,
        "Posts": 2,
        "Track": "IT Security",
        "Also known as": "Senior Information Security Officer",
        "Summary": "Leads the response to security incidents and advises projects before they buy or build "
        "something.",
        "HERA reference": "HERA-IT-046",
        "Reports to": "IT Security Manager",
    },
    {
        "Role": "IT Security Manager",
        "Grade": 8,
        "Posts": 1,
        "Track": "IT Security",
        "Also known as": "Information Security Manager",
        "Summary": "Leads the security team, keeps the register of risks and tells senior leaders plainly which of "
        "these are too high.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-047",
        "Reports to": "Head of Infrastructure",
    },
    {
        "Role": "Head of IT Security",
        "Grade": 9,
        "Posts": 0,
        "Track": "IT Security",
        "Status": "planned",
        "Summary": "Will answer for security across the whole university once the post is created; until then the "
        "Head of Infrastructure does.",
        "Manages people": "yes",
    },
]

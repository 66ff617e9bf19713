"""The language ladder: what Low, Medium and High look like for each of the twelve competencies.

Each level is a list of short statements that somebody else could observe. The order here is the order of the rows in
the Ladder sheet, of the rows in every language matrix and of the letters in levels.py.
"""

LEVELS = ["Low", "Medium", "High"]

LADDER = [
    {
        "Competency": "Problem Solving",
        "Group": "Thinking and deciding",
        "Definition": "Finding out what is really wrong and putting it right so that it stays right.",
        "Low": [
            "Follows an agreed procedure to solve a familiar problem",
            "Notes what was tried before passing a problem on",
        ],
        "Medium": [
            "Separates the cause of a problem from its symptoms",
            "Weighs two or three options and says why one was chosen",
            "Records the solution so that others need not find it again",
        ],
        "High": [
            "Takes apart problems that cross several systems or teams",
            "Solves problems for which nobody has a procedure yet",
            "Removes the causes of problems that keep coming back",
        ],
    },
    {
        "Competency": "Creativity",
        "Group": "Thinking and deciding",
        "Definition": "Bringing new and useful ideas to the work.",
        "Low": [
            "Suggests small improvements to everyday tasks",
            "Tries out a new way of working when shown it",
        ],
        "Medium": [
            "Adapts an idea from another team or field to a local need",
            "Offers several different answers before settling on one",
        ],
        "High": [
            "Questions assumptions that everyone else takes for granted",
            "Designs approaches that other teams take up",
            "Makes room for colleagues to experiment and to be wrong",
        ],
    },
    {
        "Competency": "Dealing with Ambiguity",
        "Group": "Thinking and deciding",
        "Definition": "Working well when facts are missing, plans change or the answer is not clear.",
        "Low": [
            "Asks early when an instruction is not clear",
            "Carries on with other work while waiting for an answer",
        ],
        "Medium": [
            "Makes a sensible start with incomplete information and states the assumptions made",
            "Changes plan without fuss when priorities change",
        ],
        "High": [
            "Sets a direction when neither the problem nor the goal is settled",
            "Decides in time although important facts are missing, and revisits the decision openly",
            "Helps others to stay calm and useful through uncertainty",
        ],
    },
    {
        "Competency": "Strategic Thinking",
        "Group": "Thinking and deciding",
        "Definition": "Seeing how today's work serves the longer aims of the department and the university.",
        "Low": [
            "Explains how their own tasks help students, teachers or researchers",
            "Works to the priorities the team has agreed",
        ],
        "Medium": [
            "Plans a year ahead for a service or an area of work",
            "Points out how a decision in one team affects another",
        ],
        "High": [
            "Turns the university's aims into a plan of several years for a department",
            "Spots changes outside the university that will matter here",
            "Stops work that no longer serves the aims, and explains why",
        ],
    },
    {
        "Competency": "Drive for Results",
        "Group": "Getting things done",
        "Definition": "Finishing what matters, to a good standard and on time.",
        "Low": [
            "Completes agreed tasks on time and says early when one will be late",
            "Checks their own work before handing it over",
        ],
        "Medium": [
            "Plans several pieces of work at once and keeps each of them moving",
            "Clears obstacles with other teams without being asked",
        ],
        "High": [
            "Sets demanding but fair targets for a whole area and is answerable for them",
            "Moves people and money to where the results matter most",
            "Recovers work that has gone off course",
        ],
    },
    {
        "Competency": "Innovation Management",
        "Group": "Getting things done",
        "Definition": "Turning good ideas into working changes, whoever had the idea.",
        "Low": [
            "Takes part in pilots and reports plainly what worked",
            "Learns new tools as they are introduced",
        ],
        "Medium": [
            "Runs a small pilot with a clear question and a clear end",
            "Gathers ideas from users and helps to choose among them",
        ],
        "High": [
            "Decides which ideas receive time and money, and says why others do not",
            "Leads a change from first trial to everyday use",
            "Shares what was learned when an idea fails",
        ],
    },
    {
        "Competency": "Communication Skills",
        "Group": "Working with others",
        "Definition": "Making oneself understood, and understanding others, in speech and in writing.",
        "Low": [
            "Passes on messages and instructions accurately",
            "Writes short, polite and clear replies",
        ],
        "Medium": [
            "Explains a technical matter so that a colleague from another team can act on it",
            "Writes guides and reports that need little editing",
            "Presents to a small group and answers its questions",
        ],
        "High": [
            "Puts a difficult case to senior leaders and wins a decision",
            "Fits message, length and medium to very different audiences",
            "Speaks for the department outside the university",
        ],
    },
    {
        "Competency": "Interpersonal Skills",
        "Group": "Working with others",
        "Definition": "Building working relationships that are respectful and that last.",
        "Low": [
            "Listens without interrupting and treats everyone with courtesy",
            "Accepts help and offers it within the team",
        ],
        "Medium": [
            "Builds good relations with users and with other teams",
            "Notices when somebody is frustrated and changes the approach",
        ],
        "High": [
            "Earns the trust of people with opposing interests",
            "Keeps a network across the university and beyond, and puts it to use for others",
            "Gives honest feedback in a way that people can accept",
        ],
    },
    {
        "Competency": "Negotiation and Conflict Management",
        "Group": "Working with others",
        "Definition": "Reaching agreements that hold, and dealing with disagreement early and fairly.",
        "Low": [
            "Stays polite with an upset user and asks a colleague for help when needed",
            "Raises a disagreement with the person concerned",
        ],
        "Medium": [
            "Agrees dates and scope with colleagues who want different things",
            "Settles everyday disagreements before they grow",
        ],
        "High": [
            "Negotiates contracts or resources where much is at stake",
            "Brings parties in open conflict to an agreement that they keep",
        ],
    },
    {
        "Competency": "Performance Management",
        "Group": "Leading people",
        "Definition": "Helping people to know what is expected, how they are doing and how to do better.",
        "Low": [
            "Agrees own objectives with the line manager and reviews them regularly",
            "Shows newer colleagues how a task is done",
        ],
        "Medium": [
            "Sets objectives for a few people or for a project team and reviews them",
            "Gives timely feedback, welcome or not",
            "Deals with weak performance early, with advice from HR",
        ],
        "High": [
            "Holds managers to account for how well they lead",
            "Sets standards across several teams and sees that they are applied fairly",
            "Takes hard decisions about performance and supports those affected",
        ],
    },
    {
        "Competency": "Hiring and Staffing",
        "Group": "Leading people",
        "Definition": "Finding the right people, welcoming them, and having enough of them in the right places.",
        "Low": [
            "Helps new colleagues through their first weeks",
            "Shows visitors and candidates what the team does",
        ],
        "Medium": [
            "Sits on interview panels and bases judgements on evidence",
            "Drafts the advert and the person specification for a post in the team",
        ],
        "High": [
            "Plans staffing for a whole area, including successors for key posts",
            "Chairs panels and makes fair, well recorded appointments",
            "Widens the range of people who apply",
        ],
    },
    {
        "Competency": "Building Team Spirit",
        "Group": "Leading people",
        "Definition": "Making a group of people into a team that looks after its work and its members.",
        "Low": [
            "Takes a fair share of the team's less popular work",
            "Thanks colleagues and marks their successes",
        ],
        "Medium": [
            "Draws quieter colleagues into discussions and decisions",
            "Organises work so that people learn from one another",
        ],
        "High": [
            "Gives several teams a common purpose",
            "Keeps morale through reorganisation or loss",
            "Tackles behaviour that leaves people out",
        ],
    },
]

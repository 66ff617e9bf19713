"""What helps somebody who works towards Medium or High in one of the twelve competencies.

Each entry: on the job, with others, formal training. The options ask for things that can be done within a year and
that give an example to tell at an interview: they follow the ladder's statements, which say what would be seen.
"""

# (Competency, To level): (On the job, With others, Formal training)
DEVELOPMENT = {
    ("Problem Solving", "Medium"): (
        [
            "Take a fault that keeps coming back and write down its cause, not only the fix.",
            "Set two alternatives beside the next change you propose, and say why you left them.",
        ],
        ["Sit in on another team's problem review and ask how they knew the cause."],
        ["A half-day on finding causes: five whys, timelines, fishbone diagrams."],
    ),
    ("Problem Solving", "High"): (
        [
            "Lead the review after an incident that touched at least three systems.",
            "Own one of the department's known problems until it is gone, also where it lies in other teams.",
        ],
        ["Work beside a lead engineer through one design that nobody has done here before."],
        ["A course in systems thinking, with a case from your own service as the assignment."],
    ),
    ("Creativity", "Medium"): (
        [
            "Bring an idea from outside the team each month and try it on something small.",
            "Sketch three different answers before the next design meeting.",
        ],
        [
            "Spend a day with a team that serves the same people in another way, such as the library."
        ],
        ["A workshop on sketching and prototyping."],
    ),
    ("Creativity", "High"): (
        [
            "Write one procedure anew from a blank page and compare it with the old one.",
            "Give a colleague an afternoon a week for an experiment, and defend it when it gets busy.",
        ],
        [
            "Run a design session with students or teachers in the room.",
            "Show unfinished work to another department and take their questions home.",
        ],
        ["A course of several days in service design or user research."],
    ),
    ("Dealing with Ambiguity", "Medium"): (
        [
            "Take a request that came as one line, write down your assumptions and have them confirmed.",
            "Plan a piece of work twice: as asked, and for the case that half the time is lost.",
        ],
        ["Ask a project manager to show you how the plan of a finished project changed, and why."],
        ["A short course on agile delivery."],
    ),
    ("Dealing with Ambiguity", "High"): (
        [
            "Lead the first four weeks of work whose goal is not settled, and end them with a proposal.",
            "Keep a log of your decisions: what was known, what was assumed, when to look again.",
        ],
        ["Offer to be a sounding board for a manager whose area is being reorganised."],
        ["A programme on leading through change, with a project from your own service."],
    ),
    ("Strategic Thinking", "Medium"): (
        [
            "Draft next year's plan for one service, including what it will stop doing.",
            "Follow one decision of your team into two others and report what it changed there.",
        ],
        [
            "Read the university's strategy with a colleague from a faculty; list what each expects of IT."
        ],
        ["The planning and budgeting workshop for service managers."],
    ),
    ("Strategic Thinking", "High"): (
        [
            "Write your area's part of the department's three-year plan, with costs.",
            "Propose a service to close, after talking with the people who use it.",
        ],
        [
            "Observe a meeting of the digital committee, and the week of preparation before it.",
            "Join a sector group and report twice a year on what is coming.",
        ],
        ["A senior leadership programme that has a part on strategy."],
    ),
    ("Drive for Results", "Medium"): (
        [
            "Run three pieces of work side by side for a term, with one visible list of what comes next.",
            "Be the one who follows up the open points between two teams until all are closed.",
        ],
        ["Ask a project manager to go through your plan with you every fortnight."],
        ["A course on planning and estimating work."],
    ),
    ("Drive for Results", "High"): (
        [
            "Take over a piece of work that is late, agree a new date and keep it.",
            "Set the year's targets for your area with those who must meet them, and publish the results.",
        ],
        ["Shadow a programme manager through a board meeting and the week before it."],
        ["A course in programme management."],
    ),
    ("Innovation Management", "Medium"): (
        [
            "Run a pilot with ten users, one question and an end date.",
            "Collect requests for one tool for a month and help to choose the three that are done.",
        ],
        ["Ask the digital learning team how they try a change on one course first."],
        ["A short course on running trials and reading their results."],
    ),
    ("Innovation Management", "High"): (
        [
            "Take one pilot all the way: support, training, money, and switching off what it replaces.",
            "Look after a small fund for ideas for a year, and explain each refusal in person.",
        ],
        ["Tell another university how an idea failed here, and hear theirs."],
        ["A course in change management with an assessed project."],
    ),
    ("Communication Skills", "Medium"): (
        [
            "Write the guide to a task that only you know, and watch somebody from another team follow it.",
            "Present a result of your own at the department's monthly meeting.",
        ],
        ["Ask a colleague who writes well to mark up one of your reports."],
        ["A course on writing for readers outside IT."],
    ),
    ("Communication Skills", "High"): (
        [
            "Write and present a paper that asks a committee for money or for a decision.",
            "Speak at a conference or to a sector group.",
        ],
        ["Write a paper together with a senior manager and note what is left out, and why."],
        ["Coaching for presentations to senior groups, with video."],
    ),
    ("Interpersonal Skills", "Medium"): (
        [
            "Look after one group of users for a term: meet monthly, and bring back what no ticket says.",
            "After a difficult conversation, write down what you noticed and what to try next time.",
        ],
        ["Swap desks with a colleague from a neighbouring team for two days."],
        ["A workshop on listening and on difficult conversations."],
    ),
    ("Interpersonal Skills", "High"): (
        [
            "Chair a working group whose members want different things.",
            "Give planned, honest feedback to a colleague of your own grade or above.",
        ],
        ["Find a mentor outside the department, and be one to somebody newer."],
        ["A three-day course in coaching, with practice in between."],
    ),
    ("Negotiation and Conflict Management", "Medium"): (
        [
            "Agree date and scope with two teams that both want you first.",
            "Take the first conversation about a complaint yourself, once your manager knows.",
        ],
        ["Sit beside a service manager when a service level is agreed."],
        ["A one-day course on negotiating at work."],
    ),
    ("Negotiation and Conflict Management", "High"): (
        [
            "Lead the renewal of a contract together with Procurement.",
            "Bring two teams that dispute a task to a written agreement; check after three months that it holds.",
        ],
        ["Observe a negotiation in Procurement from its preparation to the signature."],
        ["Training as a workplace mediator: a few places each year, for any grade."],
    ),
    ("Performance Management", "Medium"): (
        [
            "Supervise an apprentice or a student placement: set goals, review them, write the report.",
            "Lead a small project team and give everyone feedback before it ends.",
        ],
        ["Prepare a review conversation together with an experienced manager."],
        [
            "The course for new line managers.",
            "A half-day with HR on helping somebody whose work falls short.",
        ],
    ),
    ("Performance Management", "High"): (
        [
            "Compare how the teams of your area set objectives, and agree one standard with their managers.",
            "Stand in for a manager of managers for at least a month.",
        ],
        ["Meet two or three other managers each month to talk through hard cases, without names."],
        ["The programme for experienced managers, with its day on capability and appeals."],
    ),
    ("Hiring and Staffing", "Medium"): (
        [
            "Draft the advert and the person specification for a post in your team; ask HR to comment.",
            "Sit on two interview panels, one of them in another team.",
        ],
        ["Ask the chair of a panel how a close decision was made."],
        ["Recruitment and selection training: you need it before your first panel."],
    ),
    ("Hiring and Staffing", "High"): (
        [
            "Chair a panel, from the shortlist to the feedback for those who were not chosen.",
            "Write a three-year staffing plan for an area, with a successor for each key post.",
        ],
        ["Work with HR and a local college on reaching people who have never applied here."],
        ["Training for chairs of panels."],
    ),
    ("Building Team Spirit", "Medium"): (
        [
            "Run the weekly meeting for a term and see to it that everybody has spoken.",
            "Pair people on tasks so that each learns one thing that only the other knew.",
        ],
        ["Ask the newest colleague what is odd here, and change one of those things."],
        ["A workshop on how teams work, for members as well as leaders."],
    ),
    ("Building Team Spirit", "High"): (
        [
            "Bring two teams together on one goal for a term, with a shared review at the end.",
            "Lead a team through a move or a merger, with HR at your side.",
        ],
        [
            "Join a staff network, or start one.",
            "Ask a team outside the department how yours comes across.",
        ],
        ["Training in inclusive leadership and in stopping bullying and harassment."],
    ),
}

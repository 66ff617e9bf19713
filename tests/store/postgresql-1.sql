CREATE TABLE audit (
	id SERIAL NOT NULL, 
	at TIMESTAMP WITH TIME ZONE NOT NULL, 
	person VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	facts VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX ix_audit_at ON audit (at);
CREATE TABLE person (
	id SERIAL NOT NULL, 
	email VARCHAR NOT NULL, 
	password_hash VARCHAR, 
	password_at TIMESTAMP WITH TIME ZONE, 
	disabled BOOLEAN NOT NULL, 
	added_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (email)
);
CREATE TABLE schema (
	number SERIAL NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE setting (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE standing (
	id SERIAL NOT NULL, 
	epoch INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE story (
	key VARCHAR NOT NULL, 
	withdrawn_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	why VARCHAR NOT NULL, 
	PRIMARY KEY (key)
);
CREATE TABLE throttle (
	key VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	last TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (key)
);
CREATE TABLE version (
	number INTEGER NOT NULL, 
	at TIMESTAMP WITH TIME ZONE NOT NULL, 
	person VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	seal VARCHAR NOT NULL, 
	parent INTEGER, 
	restores INTEGER, 
	withdrawn_at TIMESTAMP WITH TIME ZONE, 
	withdrawn_why VARCHAR NOT NULL, 
	purged_at TIMESTAMP WITH TIME ZONE, 
	former BYTEA NOT NULL, 
	differences BYTEA NOT NULL, 
	framework BYTEA NOT NULL, 
	drawn BYTEA, 
	PRIMARY KEY (number), 
	FOREIGN KEY(parent) REFERENCES version (number), 
	FOREIGN KEY(restores) REFERENCES version (number)
);
CREATE TABLE draft (
	id VARCHAR NOT NULL, 
	person VARCHAR NOT NULL, 
	mode VARCHAR NOT NULL, 
	base INTEGER, 
	made_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	stage VARCHAR NOT NULL, 
	seen_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	refused VARCHAR NOT NULL, 
	shared_hash VARCHAR, 
	shared_until TIMESTAMP WITH TIME ZONE, 
	problems BYTEA NOT NULL, 
	conflicts BYTEA NOT NULL, 
	summary BYTEA NOT NULL, 
	framework BYTEA, 
	drawn BYTEA, 
	PRIMARY KEY (id), 
	FOREIGN KEY(base) REFERENCES version (number), 
	UNIQUE (shared_hash)
);
CREATE INDEX ix_draft_expires_at ON draft (expires_at);
CREATE TABLE link (
	token_hash VARCHAR NOT NULL, 
	person INTEGER, 
	made_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (token_hash), 
	FOREIGN KEY(person) REFERENCES person (id)
);
CREATE TABLE original (
	version INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	content BYTEA, 
	PRIMARY KEY (version, position), 
	FOREIGN KEY(version) REFERENCES version (number)
);
CREATE TABLE publication (
	id SERIAL NOT NULL, 
	version INTEGER NOT NULL, 
	at TIMESTAMP WITH TIME ZONE NOT NULL, 
	person VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(version) REFERENCES version (number)
);
CREATE TABLE session (
	token_hash VARCHAR NOT NULL, 
	person INTEGER, 
	data VARCHAR NOT NULL, 
	seen_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (token_hash), 
	FOREIGN KEY(person) REFERENCES person (id)
);
CREATE INDEX ix_session_person ON session (person);
CREATE TABLE draft_file (
	draft VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	content BYTEA, 
	PRIMARY KEY (draft, position), 
	FOREIGN KEY(draft) REFERENCES draft (id) ON DELETE CASCADE
);
INSERT INTO "schema" VALUES(1);
INSERT INTO "standing" VALUES(1,1);
INSERT INTO "version" VALUES(1,'2026-03-03 12:00:00.000000+00','ada@example.org','First','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a','dda72dbc7c9414e890388d0e3522c19b3e9e1c04f27b9b5a1ca0428c9eb21f05',NULL,NULL,NULL,'','2026-03-03 12:00:00.000000+00','\x7B7D','\x5B5D','\x7B7D','\x5B5D');
INSERT INTO "version" VALUES(2,'2026-03-03 12:00:00.000000+00','ada@example.org','Second','015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862','5a06187ef93d51b309f965d8d358ca9426509b411589e9c9c905d61ec32a3c46',1,NULL,NULL,'',NULL,'\x7B226F6C64223A20226E6577227D','\x5B5D','\x7B2261223A317D',NULL);
INSERT INTO "original" VALUES(1,0,'Jobs.xlsx',NULL);
INSERT INTO "original" VALUES(2,0,'Jobs.xlsx','\x504B');
INSERT INTO "publication" VALUES(1,1,'2026-03-03 12:00:00.000000+00','ada@example.org');
INSERT INTO "publication" VALUES(2,2,'2026-03-03 12:00:00.000000+00','ada@example.org');
INSERT INTO "draft" VALUES('draft-1','ada@example.org','update',2,'2026-03-03 12:00:00.000000+00','2026-03-10 12:00:00.000000+00','ready','2026-03-03 12:00:00.000000+00','','hash','2026-03-03 12:00:00.000000+00','\x5B5D','\x5B5D','\x5B5D','\x7B7D',NULL);
INSERT INTO "draft_file" VALUES('draft-1',0,'Zoo.xlsx','\x7A');
INSERT INTO "person" VALUES(1,'ada@example.org','hash','2026-03-03 12:00:00.000000+00',false,'2026-03-03 12:00:00.000000+00');
INSERT INTO "link" VALUES('hash',1,'2026-03-03 12:00:00.000000+00','2026-03-03 12:00:00.000000+00');
INSERT INTO "session" VALUES('hash',1,'{}','2026-03-03 12:00:00.000000+00','2026-03-03 12:00:00.000000+00');
INSERT INTO "throttle" VALUES('hash',2,'2026-03-03 12:00:00.000000+00');
INSERT INTO "setting" VALUES('key','value');
INSERT INTO "audit" VALUES(1,'2026-03-03 12:00:00.000000+00','ada@example.org','publish','2','{"é": "<b>"}');
SELECT setval('publication_id_seq', 2);
SELECT setval('person_id_seq', 1);
SELECT setval('audit_id_seq', 1);

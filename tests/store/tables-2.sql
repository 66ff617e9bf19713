BEGIN TRANSACTION;
CREATE TABLE audit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	person VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	facts VARCHAR NOT NULL
, hash VARCHAR DEFAULT '' NOT NULL);
INSERT INTO "audit" VALUES(1,'2026-03-03 12:00:00.000000','ada@example.org','publish','2','{"é": "<b>"}','f41f5fd53a2d52edf1ec8abdd39553bf5d8136ae934bc1298d8357c89df47fa5');
CREATE TABLE chain (
	id INTEGER NOT NULL, 
	legacy INTEGER NOT NULL, 
	anchor INTEGER NOT NULL, 
	anchor_hash VARCHAR NOT NULL, 
	newest INTEGER NOT NULL, 
	newest_hash VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "chain" VALUES(1,1,0,'',1,'f41f5fd53a2d52edf1ec8abdd39553bf5d8136ae934bc1298d8357c89df47fa5');
CREATE TABLE draft (
	id VARCHAR NOT NULL, 
	person VARCHAR NOT NULL, 
	mode VARCHAR NOT NULL, 
	base INTEGER, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	stage VARCHAR NOT NULL, 
	seen_at DATETIME NOT NULL, 
	refused VARCHAR NOT NULL, 
	shared_hash VARCHAR, 
	shared_until DATETIME, 
	problems BLOB NOT NULL, 
	conflicts BLOB NOT NULL, 
	summary BLOB NOT NULL, 
	framework BLOB, 
	drawn BLOB, 
	PRIMARY KEY (id), 
	FOREIGN KEY(base) REFERENCES version (number), 
	UNIQUE (shared_hash)
);
INSERT INTO "draft" VALUES('draft-1','ada@example.org','update',2,'2026-03-03 12:00:00.000000','2026-03-10 12:00:00.000000','ready','2026-03-03 12:00:00.000000','','hash','2026-03-03 12:00:00.000000',X'5B5D',X'5B5D',X'5B5D',X'7B7D',NULL);
CREATE TABLE draft_file (
	draft VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	content BLOB, 
	PRIMARY KEY (draft, position), 
	FOREIGN KEY(draft) REFERENCES draft (id) ON DELETE CASCADE
);
INSERT INTO "draft_file" VALUES('draft-1',0,'Zoo.xlsx',X'7A');
CREATE TABLE link (
	token_hash VARCHAR NOT NULL, 
	person INTEGER, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, made_by VARCHAR DEFAULT '' NOT NULL, used_at DATETIME, 
	PRIMARY KEY (token_hash), 
	FOREIGN KEY(person) REFERENCES person (id)
);
INSERT INTO "link" VALUES('hash',1,'2026-03-03 12:00:00.000000','2026-03-03 12:00:00.000000','zoe@example.org','2026-03-03 12:00:00.000000');
CREATE TABLE original (
	version INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	content BLOB, 
	PRIMARY KEY (version, position), 
	FOREIGN KEY(version) REFERENCES version (number)
);
INSERT INTO "original" VALUES(1,0,'Jobs.xlsx',NULL);
INSERT INTO "original" VALUES(2,0,'Jobs.xlsx',X'504B');
CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	email VARCHAR NOT NULL, 
	password_hash VARCHAR, 
	password_at DATETIME, 
	disabled BOOLEAN NOT NULL, 
	added_at DATETIME NOT NULL, 
	UNIQUE (email)
);
INSERT INTO "person" VALUES(1,'ada@example.org','hash','2026-03-03 12:00:00.000000',0,'2026-03-03 12:00:00.000000');
CREATE TABLE publication (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	version INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	person VARCHAR NOT NULL, 
	FOREIGN KEY(version) REFERENCES version (number)
);
INSERT INTO "publication" VALUES(1,1,'2026-03-03 12:00:00.000000','ada@example.org');
INSERT INTO "publication" VALUES(2,2,'2026-03-03 12:00:00.000000','ada@example.org');
CREATE TABLE schema (
	number INTEGER NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "schema" VALUES(2);
CREATE TABLE session (
	token_hash VARCHAR NOT NULL, 
	person INTEGER, 
	data VARCHAR NOT NULL, 
	seen_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	PRIMARY KEY (token_hash), 
	FOREIGN KEY(person) REFERENCES person (id)
);
INSERT INTO "session" VALUES('hash',1,'{}','2026-03-03 12:00:00.000000','2026-03-03 12:00:00.000000');
CREATE TABLE setting (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "setting" VALUES('key','value');
CREATE TABLE standing (
	id INTEGER NOT NULL, 
	epoch INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "standing" VALUES(1,1);
CREATE TABLE story (
	"key" VARCHAR NOT NULL, 
	withdrawn_at DATETIME NOT NULL, 
	why VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE throttle (
	"key" VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	last DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "throttle" VALUES('hash',2,'2026-03-03 12:00:00.000000','2026-03-03 13:00:00.000000');
CREATE TABLE version (
	number INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	person VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	seal VARCHAR NOT NULL, 
	parent INTEGER, 
	restores INTEGER, 
	withdrawn_at DATETIME, 
	withdrawn_why VARCHAR NOT NULL, 
	purged_at DATETIME, 
	former BLOB NOT NULL, 
	differences BLOB NOT NULL, 
	framework BLOB NOT NULL, 
	drawn BLOB, 
	PRIMARY KEY (number), 
	FOREIGN KEY(parent) REFERENCES version (number), 
	FOREIGN KEY(restores) REFERENCES version (number)
);
INSERT INTO "version" VALUES(1,'2026-03-03 12:00:00.000000','ada@example.org','First','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a','dda72dbc7c9414e890388d0e3522c19b3e9e1c04f27b9b5a1ca0428c9eb21f05',NULL,NULL,NULL,'','2026-03-03 12:00:00.000000',X'7B7D',X'5B5D',X'7B7D',X'5B5D');
INSERT INTO "version" VALUES(2,'2026-03-03 12:00:00.000000','ada@example.org','Second','015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862','5a06187ef93d51b309f965d8d358ca9426509b411589e9c9c905d61ec32a3c46',1,NULL,NULL,'',NULL,X'7B226F6C64223A20226E6577227D',X'5B5D',X'7B2261223A317D',NULL);
CREATE INDEX ix_audit_at ON audit (at);
CREATE INDEX ix_draft_expires_at ON draft (expires_at);
CREATE INDEX ix_session_person ON session (person);
CREATE INDEX ix_throttle_until ON throttle (until);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('publication',2);
INSERT INTO "sqlite_sequence" VALUES('person',1);
INSERT INTO "sqlite_sequence" VALUES('audit',1);
COMMIT;

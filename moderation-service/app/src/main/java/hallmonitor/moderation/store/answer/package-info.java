/** Answers to requests for records in the database: letters, packages, and links to them. */
package hallmonitor.moderation.store.answer;

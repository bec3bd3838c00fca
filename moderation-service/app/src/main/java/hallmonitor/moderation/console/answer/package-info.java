/** The answer to a request for records: its letter, its package, and the link to it. */
@org.jspecify.annotations.NullMarked
package hallmonitor.moderation.console.answer;

/** The answer to a request for records: what it says, and what must not be in it. Pure. */
package hallmonitor.moderation.casework.answer;

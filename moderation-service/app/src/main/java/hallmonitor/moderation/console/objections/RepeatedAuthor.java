package hallmonitor.moderation.console.objections;

import java.util.UUID;

/**
 * An author with as many violations as the district's rules ask for a block.
 *
 * @param caseId the newest of the violations
 */
public record RepeatedAuthor(UUID caseId, String account, String authorName, int strikes) {}

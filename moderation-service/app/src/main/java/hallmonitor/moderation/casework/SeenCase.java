package hallmonitor.moderation.casework;

import java.util.UUID;

/**
 * A case as a person saw it.
 *
 * @param version of the case then: one that changed meanwhile is not decided
 */
public record SeenCase(UUID caseId, int version) {}

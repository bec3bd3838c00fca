package hallmonitor.moderation.casework;

import java.util.UUID;

/**
 * A case as a person saw it.
 *
 * @param version of the case at that time; a case that changed meanwhile is not decided
 */
public record SeenCase(UUID caseId, int version) {}

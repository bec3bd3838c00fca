package hallmonitor.moderation.casework.watch;

import java.time.Instant;

/** Something that is wrong with an account, and since when it counts. */
public record AccountTrouble(TroubleCause cause, Instant since) {}

package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.RegisterState;
import hallmonitor.moderation.console.cases.CaseView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account in the register.
 *
 * @param account id in the district's file; null if it is not connected
 * @param building id in the district's file; empty while no one knows
 * @param administrator id in the district's file, or a name; empty for no one
 * @param filedBy a user name; empty if it came from the district's file
 */
public record RegisterEntry(
    UUID entryId,
    @Nullable String account,
    String name,
    String platform,
    String address,
    String kind,
    String building,
    String purpose,
    String administrator,
    String deputy,
    String state,
    String filedBy,
    Instant filedAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    String reason) {
  RegisterState stands() {
    return EnumCodes.read(RegisterState.class, state);
  }

  /** Returns the key by which a {@code Scope} knows the account. */
  String key() {
    return account == null ? entryId.toString() : account;
  }

  public boolean isWatched() {
    return account != null;
  }

  public String getHref() {
    return "/register/" + entryId;
  }

  /** Returns an address that is safe to follow, or null. */
  public @Nullable String getLink() {
    return CaseView.webAddress(address);
  }
}

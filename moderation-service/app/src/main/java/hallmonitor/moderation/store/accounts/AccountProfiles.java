package hallmonitor.moderation.store.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.ProfileRead;
import org.jdbi.v3.core.Handle;

/** What each account says about itself, as it was last read. */
public final class AccountProfiles {
  private AccountProfiles() {}

  /** Ignores a profile older than the known one. */
  public static void put(Handle transaction, ProfileRead profile) {
    transaction.execute(
        """
        insert into account_profile as old (account, profile, at) values (?, cast(? as jsonb), ?::timestamptz)
        on conflict (account) do update set profile = excluded.profile, at = excluded.at
        where old.at <= excluded.at
        """,
        profile.account(),
        new String(EventJson.write(profile), UTF_8),
        profile.at().toString());
  }
}

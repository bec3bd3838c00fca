package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.Connections;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the credentials of accounts belong to, as the platforms said when they were connected; for
 * pages.
 */
@RequestScoped
@Named("credentialOwners")
public class CredentialOwners {
  private final Connections connections;
  private final Viewer viewer;
  private @Nullable Map<String, AccountConnection> latest;

  CredentialOwners(Connections connections, Viewer viewer) {
    this.connections = connections;
    this.viewer = viewer;
  }

  /** Returns how an account was last connected; null if nobody did that in the console. */
  public @Nullable ConnectionView of(String account) {
    if (latest == null) {
      latest = connections.latest();
    }
    AccountConnection found = latest.get(account);
    return found == null ? null : ConnectionView.of(found, viewer.userName());
  }

  /** Returns what was connected before a draft of the district's file got it. */
  public List<ConnectionView> filedIn(long draft) {
    return connections.filedIn(draft).stream()
        .map(one -> ConnectionView.of(one, viewer.userName()))
        .toList();
  }
}

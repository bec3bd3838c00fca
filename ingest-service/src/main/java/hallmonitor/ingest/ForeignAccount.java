package hallmonitor.ingest;

import hallmonitor.ingest.account.OwnerCall;
import hallmonitor.ingest.account.OwnerCalls;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.push.PushTarget;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import java.util.Optional;

/**
 * An account that another instance owns. Its deliveries may come here all the same; they are
 * checked, data is stored, and the owner is called. Nothing is asked of its platform.
 */
record ForeignAccount(Account account, Connector connector, OwnerCalls calls) {
  boolean follows(District district) {
    return district.account(account.id()).equals(Optional.of(account));
  }

  Optional<PushTarget> pushTarget() {
    return connector
        .push()
        .map(
            push ->
                new PushTarget(
                    account.id(),
                    account.platform(),
                    push,
                    () -> calls.call(OwnerCall.Kind.NEWS, account.id()),
                    false));
  }
}

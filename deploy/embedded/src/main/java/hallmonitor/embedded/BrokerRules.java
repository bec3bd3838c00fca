package hallmonitor.embedded;

import hallmonitor.contract.event.TopicPrefix;
import hallmonitor.messaging.broker.BrokerRights;
import hallmonitor.messaging.broker.BrokerUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Gives each service's user the rights of {@link BrokerRights} on a broker, and no others. */
public final class BrokerRules {
  private static final long SECONDS = 60;
  private static final long BETWEEN_LOOKS_MILLIS = 10;

  private BrokerRules() {}

  /**
   * Does so for users that sign in with a password.
   *
   * @see #setOn(Map, TopicPrefix, UnaryOperator)
   */
  public static void setOn(Map<String, Object> owner) {
    setOn(owner, TopicPrefix.NONE, user -> user);
  }

  /**
   * Adds missing rules and removes what else these users may, such as by an earlier version. Rules
   * of others stay. Returns when the broker goes by them.
   *
   * @param owner the connection of a user that may change the rules
   * @param prefix of the district that has these users
   * @param name the broker's name for a user; with client certificates {@code CN=ingest} for {@code
   *     ingest}
   * @throws IllegalStateException if the broker does not take them within a minute
   */
  public static void setOn(
      Map<String, Object> owner, TopicPrefix prefix, UnaryOperator<String> name) {
    Set<AclBinding> wanted =
        Stream.of(BrokerUser.values())
            .flatMap(user -> BrokerRights.of(user, principal(user, prefix, name), prefix).stream())
            .collect(Collectors.toSet());
    Set<String> users =
        wanted.stream().map(rule -> rule.entry().principal()).collect(Collectors.toSet());
    try (Admin admin = Admin.create(owner)) {
      change(admin, users, wanted);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while setting the rights on Kafka", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the rights on Kafka could not be set", e);
    }
  }

  private static String principal(BrokerUser user, TopicPrefix prefix, UnaryOperator<String> name) {
    return "User:" + name.apply(prefix.of(user.userName()));
  }

  private static void change(Admin admin, Set<String> users, Set<AclBinding> wanted)
      throws InterruptedException, ExecutionException, TimeoutException {
    Set<AclBinding> known = known(admin, users);
    List<AclBinding> missing = wanted.stream().filter(rule -> !known.contains(rule)).toList();
    if (!missing.isEmpty()) {
      admin.createAcls(missing).all().get(SECONDS, TimeUnit.SECONDS);
    }
    List<AclBindingFilter> former =
        known.stream().filter(rule -> !wanted.contains(rule)).map(AclBinding::toFilter).toList();
    if (!former.isEmpty()) {
      admin.deleteAcls(former).all().get(SECONDS, TimeUnit.SECONDS);
    }
    // The controller has taken them, and the broker learns of them a moment later.
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!known(admin, users).equals(wanted)) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("the broker does not learn of the rules");
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    }
  }

  private static Set<AclBinding> known(Admin admin, Set<String> users)
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin.describeAcls(AclBindingFilter.ANY).values().get(SECONDS, TimeUnit.SECONDS).stream()
        .filter(rule -> users.contains(rule.entry().principal()))
        .collect(Collectors.toSet());
  }
}

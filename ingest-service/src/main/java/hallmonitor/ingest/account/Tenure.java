package hallmonitor.ingest.account;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * The right of this instance to read a unit's accounts and to carry out their orders, until another
 * one takes them over.
 *
 * @param unit one account, or several that share an allowance
 * @param token greater than every earlier owner's
 * @param readsRestUntil until when the platform wants no reads, as the owner before knew; by {@link
 *     System#nanoTime}
 * @param actsRestUntil the same for routine acts
 * @param valid whether the lease holds by this machine's own clocks; asks nobody
 */
public record Tenure(
    String unit,
    UUID instance,
    long token,
    long readsRestUntil,
    long actsRestUntil,
    BooleanSupplier valid) {
  /** How long a request that began under a lease may still be under way after it. */
  public static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

  /** What is said while it does not hold, and nobody else has taken over. */
  public static final String NOT_HELD =
      "Nothing is read or done, because this ingest service cannot tell whether another one has taken the account over; does the database answer?";

  /** Returns how much longer the platform wants to be left alone. */
  public PlatformRest rest() {
    long now = System.nanoTime();
    return new PlatformRest(
        Duration.ofNanos(Math.max(0, readsRestUntil - now)),
        Duration.ofNanos(Math.max(0, actsRestUntil - now)));
  }

  /** Returns whether a request to the platform may begin now. Any thread may call it. */
  public boolean holds() {
    return valid.getAsBoolean();
  }

  /** Returns whether this is the owner; nobody takes over before the transaction ends. */
  public boolean holdsIn(Handle transaction) {
    return transaction
        .createQuery(
            """
            select 1 from account_owner
            where unit = :unit and instance = :instance and token = :token
            for share
            """)
        .bind("unit", unit)
        .bind("instance", instance)
        .bind("token", token)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }
}

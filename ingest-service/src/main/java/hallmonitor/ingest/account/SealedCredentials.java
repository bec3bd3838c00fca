package hallmonitor.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.account.CredentialDestinations.Destination;
import hallmonitor.messaging.SealedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Credentials in the table sealed_credential, each encrypted and bound to its name, its platform
 * and its address, so that none opens in another row or for another host. The key is outside the
 * database: each line of the secret {@link #KEY} is one. The first seals; all open.
 */
public final class SealedCredentials {
  /** The name of the secret that holds the keys. */
  public static final String KEY = "credential-key";

  private static final String PURPOSE = "credential";

  /** A credential is needed with each request, and changed a few times a year. */
  private static final Duration HELD = Duration.ofSeconds(5);

  /**
   * What is known of a credential.
   *
   * @param isStored whether there is one, whether or not it opens
   */
  record Found(boolean isStored, Optional<String> secret) {
    static final Found NONE = new Found(false, Optional.empty());
  }

  /** A stored credential, without its secret. */
  public record Stored(String name, String platform, String origin, Instant storedAt) {
    Destination destination() {
      return new Destination(platform, origin);
    }
  }

  private record Held(Found found, Instant until) {}

  /** A stored credential as it lies in the table. */
  public record Sealed(String name, String platform, String origin, byte[] sealed) {}

  private final Jdbi database;
  private final Supplier<Optional<String>> keys;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  /**
   * Opens the table.
   *
   * @param keys the secret {@link #KEY}, read at each use; empty if there is none
   */
  public SealedCredentials(Jdbi database, Supplier<Optional<String>> keys) {
    this.database = database;
    this.keys = keys;
  }

  /** Returns the credential, opened for its place; what was found is held for some seconds. */
  Found find(String name, Destination there) {
    return held.compute(
            name + '\0' + there,
            (key, last) ->
                last != null && Instant.now().isBefore(last.until())
                    ? last
                    : new Held(read(name, there), Instant.now().plus(HELD)))
        .found();
  }

  private Found read(String name, Destination there) {
    Optional<byte[]> sealed =
        database.withHandle(
            h ->
                h.select("select sealed from sealed_credential where name = ?", name)
                    .mapTo(byte[].class)
                    .findOne());
    return sealed.map(bytes -> new Found(true, open(owner(name, there), bytes))).orElse(Found.NONE);
  }

  /** Opens what {@link #seal} sealed for the same owner; empty if no key does. */
  public Optional<String> open(String owner, byte[] sealed) {
    return key().flatMap(key -> key.open(owner, sealed)).map(secret -> new String(secret, UTF_8));
  }

  private Optional<SealedSecret> key() {
    return keys.get()
        .filter(text -> !text.isBlank())
        .map(text -> SealedSecret.ofEachLine(PURPOSE, text));
  }

  private static String owner(String name, Destination there) {
    return String.join("\0", name, there.platform(), there.origin());
  }

  /** Returns whether there is a key to seal with. */
  public boolean hasKey() {
    return key().isPresent();
  }

  /**
   * Stores a credential, in place of one with its name.
   *
   * @throws IllegalStateException without a key
   */
  public void store(String name, Destination there, String secret) {
    database.useHandle(h -> store(h, name, there, secret, Optional.empty()));
  }

  /**
   * Does the same in a transaction.
   *
   * @param identity which account of the platform it is for; empty if that is not known
   */
  public void store(
      Handle transaction,
      String name,
      Destination there,
      String secret,
      Optional<Identity> identity) {
    transaction.execute(
        """
        insert into sealed_credential (name, platform, origin, sealed, stored_at, identity_id, identity_name)
        values (?, ?, ?, ?, now(), ?, ?)
        on conflict (name) do update
        set platform = excluded.platform, origin = excluded.origin,
            sealed = excluded.sealed, stored_at = excluded.stored_at,
            identity_id = excluded.identity_id, identity_name = excluded.identity_name
        """,
        name,
        there.platform(),
        there.origin(),
        seal(owner(name, there), secret),
        identity.map(Identity::id).orElse(null),
        identity.map(Identity::name).orElse(null));
  }

  /**
   * Returns which account of the platform a stored credential is for; empty if that is not known.
   * Until the transaction ends, no other one asks or stores: two renewals cannot pass each other.
   */
  public Optional<Identity> identity(Handle transaction, String name) {
    transaction.execute(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))", "credential " + name);
    return transaction
        .select(
            """
            select identity_id, identity_name from sealed_credential
            where name = ? and identity_id is not null
            """,
            name)
        .map(
            (row, context) ->
                new Identity(
                    row.getString("identity_id"), row.getString("identity_name"), Kind.ACCOUNT))
        .findOne();
  }

  /** Notes which account of the platform a stored credential is for, if that is not known yet. */
  public void note(String name, Identity identity) {
    database.useHandle(
        h ->
            h.execute(
                """
                update sealed_credential set identity_id = ?, identity_name = ?
                where name = ? and identity_id is null
                """,
                identity.id(),
                identity.name(),
                name));
  }

  /**
   * Encrypts a secret that lies elsewhere for a while.
   *
   * @param owner what it belongs to; it opens for nothing else
   * @throws IllegalStateException without a key
   */
  public byte[] seal(String owner, String secret) {
    return key()
        .orElseThrow(() -> new IllegalStateException("the secret " + KEY + " is missing"))
        .seal(owner, secret.getBytes(UTF_8));
  }

  /** Returns all that are stored, by name. */
  public List<Stored> all() {
    return database.withHandle(
        h ->
            h.select(
                    "select name, platform, origin, stored_at from sealed_credential order by name")
                .map(ConstructorMapper.of(Stored.class))
                .list());
  }

  /** Returns whether a stored credential opens with a key that there is. */
  public boolean opens(Stored stored) {
    return read(stored.name(), stored.destination()).secret().isPresent();
  }

  /** Returns whether there was such a credential. */
  public boolean remove(String name) {
    return database.withHandle(h -> remove(h, name));
  }

  /** Does the same in a transaction. */
  public boolean remove(Handle transaction, String name) {
    return transaction.execute("delete from sealed_credential where name = ?", name) > 0;
  }

  /**
   * Seals all with the first key, at once or not at all.
   *
   * @return the names of those that no key opens, which stay as they are
   */
  public List<String> rotate() {
    return database.inTransaction(
        t -> {
          List<Sealed> all =
              t.select(
                      "select name, platform, origin, sealed from sealed_credential order by name for update")
                  .map(ConstructorMapper.of(Sealed.class))
                  .list();
          for (Sealed one : all) {
            String owner = owner(one.name(), new Destination(one.platform(), one.origin()));
            open(owner, one.sealed())
                .ifPresent(
                    secret ->
                        t.execute(
                            "update sealed_credential set sealed = ? where name = ?",
                            seal(owner, secret),
                            one.name()));
          }
          return all.stream()
              .filter(
                  one ->
                      open(
                              owner(one.name(), new Destination(one.platform(), one.origin())),
                              one.sealed())
                          .isEmpty())
              .map(Sealed::name)
              .toList();
        });
  }
}

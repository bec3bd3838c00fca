package hallmonitor.moderation.store.guidance;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.store.AuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The guidelines for staff, in all their published versions. The first is the text that ships. */
public final class GuidanceTexts {
  /**
   * A published version, in Markdown.
   *
   * @param publishedBy a user name; empty for the text that ships
   */
  public record GuidanceVersion(
      long version, String english, String spanish, String publishedBy, Instant publishedAt) {
    /** Returns the text in a language; English for all but {@code es}. */
    public String text(String language) {
      return language.equals("es") ? spanish : english;
    }

    public boolean isShipped() {
      return publishedBy.isEmpty();
    }
  }

  /** Held while a version is added, so that two instances do not both add the first one. */
  private static final long LOCK = 0x6775_6964L;

  private final Jdbi database;

  public GuidanceTexts(Jdbi database) {
    this.database = database;
  }

  /** Returns the version that holds now. */
  public GuidanceVersion current() {
    return newest()
        .orElseGet(
            () ->
                database.inTransaction(
                    t -> {
                      t.execute("select pg_advisory_xact_lock(?)", LOCK);
                      if (newest(t).isEmpty()) {
                        add(t, shipped("en"), shipped("es"), "");
                      }
                      return newest(t).orElseThrow();
                    }));
  }

  private Optional<GuidanceVersion> newest() {
    return database.withHandle(GuidanceTexts::newest);
  }

  private static Optional<GuidanceVersion> newest(Handle h) {
    return h.createQuery("select * from guidance_version order by version desc limit 1")
        .map(ConstructorMapper.of(GuidanceVersion.class))
        .findOne();
  }

  /** Returns all versions, the newest first. */
  public List<GuidanceVersion> all() {
    return database.withHandle(
        h ->
            h.createQuery("select * from guidance_version order by version desc")
                .map(ConstructorMapper.of(GuidanceVersion.class))
                .list());
  }

  public Optional<GuidanceVersion> find(long version) {
    return all().stream().filter(v -> v.version() == version).findFirst();
  }

  public void publish(String english, String spanish, String by) {
    database.useTransaction(
        t -> {
          long version = add(t, english, spanish, by);
          AuditLog.add(t, by, "guidance-published", "guidance " + version, "");
        });
  }

  private static long add(Handle t, String english, String spanish, String by) {
    return t.createQuery(
            """
            insert into guidance_version (english, spanish, published_by) values (:en, :es, :by)
            returning version
            """)
        .bind("en", english)
        .bind("es", spanish)
        .bind("by", by)
        .mapTo(Long.class)
        .one();
  }

  private static String shipped(String language) {
    String file = "/guidance/guidance_" + language + ".md";
    try (var in = Objects.requireNonNull(GuidanceTexts.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

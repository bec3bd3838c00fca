package hallmonitor.moderation.console.operations;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;
import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.DeadLetterDesk;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Records that could not be used: what went wrong, and replaying or dismissing them. */
@Path("/dead-letters")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class DeadLetterPages {
  private static final System.Logger LOG = System.getLogger(DeadLetterPages.class.getName());
  private static final int MOST = 200;
  private static final int PAYLOAD_SHOWN = 20_000;

  public record DeadLetterRow(
      long id,
      String origin,
      String consumer,
      int partition,
      long position,
      String error,
      Instant at,
      String state,
      String handledBy,
      Instant handledAt,
      int bytes) {
    public boolean isOpen() {
      return state.equals("open");
    }
  }

  @CheckedTemplate(basePath = "console/operations")
  static class Templates {
    static native TemplateInstance deadLetters(
        List<DeadLetterRow> letters, long open, Sentence problem);

    static native TemplateInstance deadLetter(DeadLetterRow letter, String payload, boolean cut);
  }

  private static final String SELECT =
      """
      select id, origin, consumer, partition, position, error, at, state, handled_by, handled_at,
             coalesce(length(payload), 0) as bytes
      from dead_letter
      """;

  private final ConsoleDatabase database;
  private final DeadLetterDesk desk;
  private final RequestAudit audit;
  private final Viewer viewer;

  DeadLetterPages(
      ConsoleDatabase database, DeadLetterDesk desk, RequestAudit audit, Viewer viewer) {
    this.database = database;
    this.desk = desk;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance all() {
    return list(Sentence.NONE);
  }

  private TemplateInstance list(Sentence problem) {
    return database.read(
        h ->
            Templates.deadLetters(
                h.createQuery(SELECT + "order by state <> 'open', id desc limit " + MOST)
                    .map(rows(DeadLetterRow.class))
                    .list(),
                h.select("select count(*) from dead_letter where state = 'open'")
                    .mapTo(long.class)
                    .one(),
                problem));
  }

  /** Shows one with its content, which may include a comment, so the read is recorded. */
  @GET
  @Path("{id}")
  public TemplateInstance one(@PathParam("id") long id) {
    DeadLetterRow letter =
        database
            .read(
                h ->
                    h.createQuery(SELECT + "where id = ?")
                        .bind(0, id)
                        .map(rows(DeadLetterRow.class))
                        .findOne())
            .orElseThrow(NotFoundException::new);
    audit.add(viewer.userName(), "dead-letter-read", Long.toString(id), "");
    String payload =
        database.read(
            h -> {
              byte[] bytes =
                  h.select(
                          "select substring(payload from 1 for ?) from dead_letter where id = ?",
                          PAYLOAD_SHOWN,
                          id)
                      .mapTo(byte[].class)
                      .findOne()
                      .orElse(new byte[0]);
              return new String(bytes, UTF_8);
            });
    return Templates.deadLetter(letter, payload, letter.bytes() > PAYLOAD_SHOWN);
  }

  @POST
  @Path("{id}")
  public Response handle(
      @PathParam("id") long id, @FormParam("act") String act, @FormParam("reason") String reason) {
    try {
      switch (String.valueOf(act)) {
        case "replay" -> desk.replay(id, viewer.userName());
        case "discard" -> desk.discard(id, viewer.userName(), reason == null ? "" : reason.strip());
        default -> throw new NotFoundException();
      }
      return Response.seeOther(URI.create("/dead-letters")).build();
    } catch (DeadLetterDesk.NotOpen e) {
      return Response.status(409).entity(list(e.sentence())).build();
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.ERROR, "dead letter %d could not be handled".formatted(id), e);
      return Response.status(503)
          .entity(
              list(
                  Sentence.of(
                      "Kafka did not accept the message, so it stays open. Retry it when the broker"
                          + " is reachable.")))
          .build();
    }
  }
}

package hallmonitor.moderation.console.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.archive.CommentPictures;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests pictures of comments: where they come from, who sees them, and what is refused. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class CasePicturesTest extends NovakAtWork {
  private static final byte[] PNG = PictureHost.picture("png", 400, 300);

  private final PictureHost host = PictureHost.shared();

  private UUID withPictures(String... urls) {
    return PictureSeed.aCase(seed, database, StaffSeed.OWN, urls);
  }

  private static String path(UUID id, String url) {
    return "/cases/" + id + "/pictures/" + CommentPictures.key(url);
  }

  /** Asks for the picture, as its button does. */
  private String part(UUID id, String url) {
    return plain(novak.postPart(path(id, url), Map.of()));
  }

  /** Looks at the page, as opening it does. */
  private String opened(UUID id, String url) {
    return plain(novak.part(path(id, url)));
  }

  private static String plain(ConsoleResponse part) {
    return part.asString().replace("&#39;", "'").replaceAll("\\s+", " ");
  }

  private ConsoleResponse file(UUID id, String url) {
    return novak.picture(path(id, url) + "/file");
  }

  private List<String> looks(UUID id) {
    return deciding.texts(
        "select actor from audit where act = 'picture-read' and target = '" + id + "'");
  }

  @Test
  void aCaseAsksThisServerForItsPicturesAndTheirHostIsNotOnThePage() {
    String url = host.has("/a.png", PNG);
    UUID id = withPictures(url);

    assertThat(novak.get("/cases/" + id).asString())
        .contains("hx-get=\"" + path(id, url) + "\"", "Picture 1 of 1")
        .doesNotContain(host.address());
    assertThat(novak.get("/queue?state=open").asString())
        .contains("<span class=\"chip\">Picture</span>");
  }

  @Test
  void noPageFetchesAPictureUntilAPersonAsksForIt() {
    String url = host.has("/unasked.png", PNG);
    UUID id = withPictures(url);

    novak.get("/cases/" + id);
    assertThat(opened(id, url))
        .contains("It isn't kept here. This server can fetch it from its site.")
        .contains("hx-post=\"" + path(id, url) + "\"", "data-fetch", "Fetch the picture")
        .doesNotContain("load delay");
    assertThat(file(id, url).statusCode()).isEqualTo(404);
    assertThat(host.askedFor("/unasked.png")).isEmpty();
    assertThat(novak.postWithoutToken(path(id, url), Map.of()).statusCode())
        .as("another site has no token")
        .isGreaterThanOrEqualTo(400);
    assertThat(host.askedFor("/unasked.png")).isEmpty();

    assertThat(part(id, url)).contains("class=\"picture veiled\"");
    assertThat(opened(id, url)).contains("class=\"picture veiled\"");
    assertThat(host.askedFor("/unasked.png")).hasSize(1);
  }

  @Test
  void whatPeopleAskForHasAnHourOfItsOwn() {
    EmptyTables.empty(database, "post_picture_fetch");
    String url = host.has("/hourly.png", PNG);
    UUID id = withPictures(url);
    fetchedInTheHour("picture", 100_000);
    fetchedInTheHour("video", 100_000);
    fetchedInTheHour("post", 100_000);
    assertThat(part(id, url)).contains("class=\"picture veiled\"");
    assertThat(
            deciding.texts("select count(*)::text from post_picture_fetch where kind = 'person'"))
        .containsExactly("1");
    fetchedInTheHour("person", 100_000);
    String later = host.has("/later-hour.png", PNG);
    UUID another = withPictures(later);

    for (String page : List.of(opened(another, later), part(another, later))) {
      assertThat(page)
          .contains("In the last hour, this server fetched as many pictures for people as it may.")
          .contains("Try again</button>");
    }
    assertThat(host.askedFor("/later-hour.png")).isEmpty();
    EmptyTables.empty(database, "post_picture_fetch");
    assertThat(part(another, later)).contains("class=\"picture veiled\"");
  }

  @Test
  void onePersonHasHalfOfTheHour() {
    EmptyTables.empty(database, "post_picture_fetch");
    new StaffSeed(database, seed).person("chief", "administrator");
    String url = host.has("/half.png", PNG);
    UUID id = withPictures(url);
    fetchedInTheHour("person", 300);
    database.write(h -> h.execute("update post_picture_fetch set person = 'novak'"));

    assertThat(part(id, url))
        .contains("fetched as many pictures for you as it may for one person.");
    assertThat(host.askedFor("/half.png")).isEmpty();

    ConsoleBrowser chief = ConsoleBrowser.signedIn("chief");
    assertThat(plain(chief.postPart(path(id, url), Map.of()))).contains("class=\"picture veiled\"");
    assertThat(deciding.texts("select person from post_picture_fetch where person <> 'novak'"))
        .containsExactly("chief");
    EmptyTables.empty(database, "post_picture_fetch");
  }

  @Test
  void anotherPictureThanTheOneThatWasReadIsMarkedAndWhatWasReadStays() {
    String url = host.has("/swapped.png", PNG);
    String comment = UUID.randomUUID().toString();
    UUID id = seed.aCase(comment).saying("See this").there();
    PictureSeed.attach(database, id, url);
    database.write(
        h ->
            h.execute(
                """
                insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history,
                  state, words, content_key, since, due_at, done_at)
                values ('practice', ?, ?, ?, '127.0.0.1', '1', '{}', false, 'read', 'meet me at noon', ?, now(), now(), now())
                """,
                comment,
                CommentPictures.key(url),
                url,
                CommentPictures.contentKey(new byte[] {1})));

    assertThat(part(id, url)).contains("class=\"picture veiled\"");

    assertThat(plain(novak.get("/cases/" + id)))
        .contains("meet me at noon", "Its site showed something else later");
  }

  private void fetchedInTheHour(String kind, int count) {
    database.write(
        h ->
            h.execute(
                "insert into post_picture_fetch (started_at, kind) select now(), ? from generate_series(1, ?)",
                kind,
                count));
  }

  @Test
  void whatWasReadAndHadNoRoomSaysSo() {
    String url = host.has("/no-room.png", PNG);
    String comment = UUID.randomUUID().toString();
    UUID id = seed.aCase(comment).saying("See this").there();
    PictureSeed.attach(database, id, url);
    database.write(
        h ->
            h.execute(
                """
                insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history,
                  state, why, since, due_at, done_at, no_room)
                values ('practice', ?, ?, ?, '127.0.0.1', '1', '{}', false, 'read', 'moving', now(), now(), now(), true)
                """,
                comment,
                CommentPictures.key(url),
                url));
    new StaffSeed(database, seed).person("chief", "administrator");

    assertThat(opened(id, url))
        .contains("It was read and compared when it came, but there was no room to keep it.")
        .contains("Fetch the picture");
    assertThat(plain(ConsoleBrowser.signedIn("chief").get("/accounts")))
        .contains("Looked at, but not kept for lack of room: 1.");
    assertThat(part(id, url)).contains("class=\"picture veiled\"");
  }

  @Test
  void picturesThatWaitForPeopleLeaveRoomForWhatPeopleAskFor() {
    String url = host.has("/asked-for.png", PNG);
    UUID id = withPictures(url);
    byte[] filler = new byte[FullDistrict.TOTAL_OF_PICTURES / 2];
    database.write(
        h -> {
          String comment =
              h.createQuery("select comment_id from review_case where case_id = :id")
                  .bind("id", id)
                  .mapTo(String.class)
                  .one();
          CommentPictures.keep(
              h, new CommentKey("practice", comment), "http://x.example/flood", filler);
          return filler;
        });
    new StaffSeed(database, seed).person("chief", "administrator");

    assertThat(plain(ConsoleBrowser.signedIn("chief").get("/accounts")))
        .contains("The archive keeps no more of the pictures that are fetched to be read.");
    assertThat(part(id, url)).contains("class=\"picture veiled\"");
  }

  @Test
  void theVeilComesFirstAndSeeingThePictureIsRecordedOnce() {
    String url = host.has("/seen.png", PNG);
    UUID id = withPictures(url);

    assertThat(part(id, url))
        .contains("class=\"picture veiled\"", "data:image/png;base64,", "Show the picture")
        .contains("width=\"400\"")
        .doesNotContain("<html");
    assertThat(looks(id)).isEmpty();

    ConsoleResponse seen = file(id, url);
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.asByteArray()).isEqualTo(PNG);
    assertThat(seen.contentType()).isEqualTo("image/png");
    assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(seen.header("Content-Disposition")).isEqualTo("inline; filename=\"picture-1.png\"");
    assertThat(seen.http().headers().allValues("Content-Security-Policy"))
        .as("all of them hold")
        .contains("default-src 'none'; sandbox");
    assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
    file(id, url);
    assertThat(looks(id)).containsExactly("novak");
  }

  @Test
  void aPictureIsFetchedOnceAndStaysWhenItsHostHasAnotherOrNone() {
    String url = host.has("/once.png", PNG);
    UUID id = withPictures(url);
    part(id, url);
    host.has("/once.png", PictureHost.picture("png", 5, 5));
    part(id, url);
    host.loses("/once.png");

    assertThat(file(id, url).asByteArray()).isEqualTo(PNG);
    assertThat(host.askedFor("/once.png")).hasSize(1);
  }

  @Test
  void whatEvidenceKeepsIsShownAndItsHostIsNotAsked() {
    String url = host.has("/sealed.png", PictureHost.picture("png", 5, 5));
    UUID id = withPictures(url);
    keep(id, url, PNG);

    assertThat(part(id, url)).contains("the same as in the evidence");
    assertThat(file(id, url).asByteArray()).isEqualTo(PNG);
    assertThat(host.askedFor("/sealed.png")).isEmpty();
  }

  @Test
  void whenTheArchiveHasNoRoomNothingMoreIsFetchedAndEvidenceStillComes() {
    String url = host.has("/late.png", PNG);
    String sealed = host.has("/sealed-late.png", PNG);
    UUID id = withPictures(url, sealed);
    new StaffSeed(database, seed).person("chief", "administrator");
    ConsoleBrowser chief = ConsoleBrowser.signedIn("chief");
    assertThat(chief.get("/accounts").asString())
        .contains("Pictures in the archive: 0 of 8 MB.")
        .doesNotContain("no room for more pictures");
    keep(
        id,
        "http://x.example/filler",
        new byte[FullDistrict.TOTAL_OF_PICTURES - FullDistrict.MOST_OF_A_PICTURE + 1]);
    keep(id, sealed, PNG);

    assertThat(part(id, url)).contains("The archive has no room for more pictures", "Try again");
    assertThat(host.askedFor("/late.png")).isEmpty();
    assertThat(file(id, sealed).asByteArray()).isEqualTo(PNG);
    for (String page : List.of("/home", "/accounts")) {
      assertThat(chief.get(page).asString())
          .contains("The archive has no room for more pictures.", "They take 7 of 8 MB.");
      assertThat(novak.get(page).asString()).doesNotContain("no room for more pictures");
    }
  }

  private void keep(UUID id, String url, byte[] content) {
    database.write(
        h -> {
          CommentPictures.keep(
              h, PictureKept.of(UUID.randomUUID(), id, url, content, Instant.now()));
          return 1;
        });
  }

  @Test
  void onlyPicturesAreServedWhateverTheirHostCallsThem() {
    for (String content :
        List.of(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
            "<html><script>alert(1)</script></html>",
            "%PDF-1.7")) {
      String url = host.has("/" + content.hashCode() + ".png", content.getBytes());
      UUID id = withPictures(url);

      assertThat(part(id, url))
          .contains("Picture 1 of 1 can't be shown. It isn't a picture that can be shown here");
      ConsoleResponse refused = file(id, url);
      assertThat(refused.statusCode()).isEqualTo(404);
      assertThat(refused.asString()).contains("It isn't a picture").doesNotContain("alert");
    }
  }

  @Test
  void whatIsGoneTooLargeOrInsideSaysSo() {
    String gone = host.address() + "/gone.png";
    String large = host.has("/large.png", new byte[FullDistrict.MOST_OF_A_PICTURE + 1]);
    String inside = "http://169.254.169.254/latest/meta-data";
    String odd = "javascript:alert(1)";
    UUID id = withPictures(gone, large, inside, odd);

    assertThat(part(id, gone)).contains("Its site no longer has it").doesNotContain("Try again");
    assertThat(part(id, large)).contains("It is larger than 1 MB.");
    assertThat(part(id, inside)).contains("in a private network", "169.254.169.254");
    assertThat(part(id, odd)).contains("Its address isn't one");
    assertThat(file(id, inside).statusCode()).isEqualTo(404);
  }

  @Test
  void aPrincipalsCardHasThePictureOnceTheWordsWereShown() {
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("principal", "building-administrator", StaffSeed.OWN);
    UUID id = staff.escalated(StaffSeed.OWN, "immediate").caseId();
    String url = host.has("/board.png", PNG);
    PictureSeed.attach(database, id, url);
    ConsoleBrowser principal = ConsoleBrowser.signedIn("principal");

    assertThat(principal.get("/my-building?open=" + id).asString()).doesNotContain("/pictures/");
    String shown = principal.post("/my-building/" + id + "/words", Map.of("x", "x")).asString();
    assertThat(shown)
        .contains("hx-get=\"" + path(id, url) + "\"", path(id, url) + "/file\">Picture 1 of 1</a>");
    principal.postPart(path(id, url), Map.of());
    principal.picture(path(id, url) + "/file");
    assertThat(looks(id)).containsExactly("principal");
  }

  @Test
  void anotherSchoolsPictureAndAnAddressOfNobodysAreNotFound() {
    String url = host.has("/scope.png", PNG);
    UUID own = withPictures(url);
    UUID other = PictureSeed.aCase(seed, database, StaffSeed.OTHER, url);
    new StaffSeed(database, seed).person("principal", "building-administrator", StaffSeed.OWN);
    ConsoleBrowser principal = ConsoleBrowser.signedIn("principal");

    assertThat(principal.postPart(path(other, url), Map.of()).statusCode()).isEqualTo(404);
    assertThat(host.askedFor("/scope.png")).isEmpty();
    principal.postPart(path(own, url), Map.of());
    assertThat(principal.picture(path(own, url) + "/file").statusCode()).isEqualTo(200);
    assertThat(principal.picture(path(other, url) + "/file").statusCode()).isEqualTo(404);
    assertThat(principal.part(path(other, url)).statusCode()).isEqualTo(404);
    assertThat(file(own, host.address() + "/another.png").statusCode()).isEqualTo(404);
    assertThat(looks(other)).isEmpty();
  }
}

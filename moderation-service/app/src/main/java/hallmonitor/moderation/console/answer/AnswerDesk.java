package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.answer.AnswerPdf.PdfPart;
import hallmonitor.moderation.console.request.RequestOffice;
import hallmonitor.moderation.console.request.RequestView;
import hallmonitor.moderation.console.request.RequestsConfig;
import hallmonitor.moderation.store.answer.AnswerLetters.KeptLetter;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the page of an answer. */
@ApplicationScoped
class AnswerDesk {
  @CheckedTemplate(basePath = "console/answer")
  static class Templates {
    static native TemplateInstance answer(AnswerSheet sheet);

    static native TemplateInstance made(AnswerSheet sheet);
  }

  private static final KeptLetter NO_LETTER = new KeptLetter("", 0);

  private final AnswerQueries answers;
  private final PictureForecast pictures;
  private final WrittenLetter written;
  private final RequestOffice office;
  private final RequestsConfig config;
  private final Viewer viewer;

  AnswerDesk(
      AnswerQueries answers,
      PictureForecast pictures,
      WrittenLetter written,
      RequestOffice office,
      RequestsConfig config,
      Viewer viewer) {
    this.answers = answers;
    this.pictures = pictures;
    this.written = written;
    this.office = office;
    this.config = config;
    this.viewer = viewer;
  }

  TemplateInstance page(RequestView request, Sentence problem) {
    return page(request, written.draft(request), problem);
  }

  /** Shows the page with a letter that is not saved. */
  TemplateInstance page(RequestView request, KeptLetter letter, Sentence problem) {
    return Templates.answer(sheet(request, letter, "", problem));
  }

  /**
   * Shows a link that was just made; only now, because only its hash is kept.
   *
   * @param link whole
   */
  TemplateInstance sent(RequestView request, String link) {
    return Templates.answer(sheet(request, written.draft(request), link, Sentence.NONE));
  }

  TemplateInstance progress(RequestView request) {
    AnswerView made = answers.newest(request.requestId()).orElse(null);
    // Asked for every two seconds: filling in the letter reads all that is left out.
    return made != null && made.isInWork()
        ? Templates.made(
            sheet(request, NO_LETTER, made, List.of(), Sentence.NONE, "", Sentence.NONE))
        : Templates.made(sheet(request, written.draft(request), "", Sentence.NONE));
  }

  private AnswerSheet sheet(RequestView request, KeptLetter letter, String link, Sentence problem) {
    List<String> preview = List.of();
    Sentence unfilled = Sentence.NONE;
    try {
      preview = written.filled(request, letter.words(), viewer.getDisplayName());
    } catch (NotLegal e) {
      unfilled = e.sentence();
    }
    AnswerView made = answers.newest(request.requestId()).orElse(null);
    return sheet(request, letter, made, preview, unfilled, link, problem);
  }

  private AnswerSheet sheet(
      RequestView request,
      KeptLetter letter,
      @Nullable AnswerView made,
      List<String> preview,
      Sentence unfilled,
      String link,
      Sentence problem) {
    return new AnswerSheet(
        request,
        letter,
        preview,
        unfilled,
        made,
        made == null ? List.of() : answers.leaks(made.answerId()),
        answers.deliveries(request.requestId()),
        made != null && made.isInWork() ? PicturesToGo.NONE : pictures.of(request.requestId()),
        office.asksSecond(),
        config.linkDays(),
        link,
        problem);
  }

  /**
   * Prints the letter without the records.
   *
   * @throws NotLegal if it cannot be filled in
   */
  byte[] printed(RequestView request) {
    List<String> letter =
        written.filled(request, written.draft(request).words(), viewer.getDisplayName());
    return AnswerPdf.of(
        new PdfPart(
            request.number(),
            office.district(),
            written.words(request),
            1,
            true,
            letter,
            List.of()));
  }
}

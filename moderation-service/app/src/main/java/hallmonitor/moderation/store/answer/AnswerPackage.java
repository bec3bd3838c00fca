package hallmonitor.moderation.store.answer;

import hallmonitor.moderation.casework.request.RequestNumber;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A package that is made.
 *
 * @param language of the requester
 * @param letter its paragraphs, with empty lines between
 * @param askedBy a user name
 * @param state making, checking, signing, or packing
 * @param done items so far
 * @param place the number of the item after which it goes on
 * @param files PDF files so far
 * @param pictureBytes of all pictures so far, as they are drawn
 * @param listSha256 of the list of files that is signed; empty before
 * @param signature the file with the signature; empty before
 * @param signer the public key, as PEM; empty before
 */
public record AnswerPackage(
    UUID answerId,
    UUID requestId,
    @Nested("number") RequestNumber number,
    String language,
    String letter,
    String askedBy,
    String state,
    long items,
    long done,
    long place,
    int files,
    long pictureBytes,
    String listSha256,
    String signature,
    String signer) {}

package dev.packhorse.connectors.database.address;

/** An address that makes no sense. The message is a sentence and holds no secret. */
public final class AddressException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  AddressException(String message) {
    super(message);
  }

  /** The message as the end of a longer sentence, without its full stop. */
  String reason() {
    return getMessage().replaceFirst("\\.$", "");
  }
}

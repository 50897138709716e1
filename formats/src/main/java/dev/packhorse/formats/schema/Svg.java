package dev.packhorse.formats.schema;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Whether a file is an SVG picture (M-21). */
final class Svg {
  /** A picture of an emoji is at most half a megabyte; what is longer is not read to its end. */
  private static final int MOST_EVENTS = 1_000_000;

  private Svg() {}

  /**
   * Reads it as XML whose root is {@code svg}. Document types are not processed, so that no entity
   * is expanded and no address is ever visited.
   */
  static boolean isWellFormed(InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entity");
        });
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      boolean svg = false;
      int events = 0;
      while (reader.hasNext() && events++ < MOST_EVENTS) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT && !svg) {
          svg = reader.getLocalName().equals("svg");
          if (!svg) {
            return false;
          }
        }
      }
      return svg;
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io
          && !(io instanceof CharConversionException)) {
        throw io;
      }
      return false;
    }
  }
}

/// Draws Chinese text in documents that do not bring their own font.
const DOCUMENT_FONT: &[u8] = include_bytes!("../../fonts/LichengSans-Regular.otf");

fn main() -> std::io::Result<()> {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == licheng::media::CHILD_ARGUMENT)
    {
        licheng::media::set_fallback_font(DOCUMENT_FONT);
        return licheng::media::child::serve(std::io::stdin(), std::io::stdout());
    }
    Ok(())
}

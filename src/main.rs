fn main() -> std::io::Result<()> {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == licheng::media::CHILD_ARGUMENT)
    {
        return licheng::media::child::serve(std::io::stdin(), std::io::stdout());
    }
    Ok(())
}

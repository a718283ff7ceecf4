"""The page of models: installed, offered, being downloaded. Shows what `assistant.library` says; decides nothing."""

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Earlier version</source>
        <translation>前のバージョン</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>バージョン %1/%2</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>次のバージョン</translation>
    </message>
    <message>
        <source>Answer again (right-click to choose the model)</source>
        <translation>再回答（右クリックでモデルを選択）</translation>
    </message>
    <message>
        <source>Compare with another model</source>
        <translation>別のモデルと比較</translation>
    </message>
    <message>
        <source>Compare with {0}</source>
        <translation>{0} と比較</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Consequential acts are recorded here. Nothing in this list can be changed or removed unnoticed.</source>
        <translation>重要な操作がここに記録されます。気付かれずにこの一覧を変更したり削除したりすることはできません。</translation>
    </message>
    <message>
        <source>Check the list</source>
        <translation>一覧を検証</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>以前の記録を表示</translation>
    </message>
    <message>
        <source>Every entry is as it was written.</source>
        <translation>すべての記録が書かれたときのままです。</translation>
    </message>
    <message>
        <source>This list was tampered with. Restore a backup that you trust.</source>
        <translation>この一覧は改ざんされています。信頼できるバックアップを復元してください。</translation>
    </message>
    <message>
        <source>The profile was opened.</source>
        <translation>プロファイルを開きました。</translation>
    </message>
    <message>
        <source>The profile was closed ({0}).</source>
        <translation>プロファイルを閉じました（{0}）。</translation>
    </message>
    <message>
        <source>The profile was backed up.</source>
        <translation>プロファイルをバックアップしました。</translation>
    </message>
    <message>
        <source>A door to {0} was opened.</source>
        <translation>{0} への扉を開きました。</translation>
    </message>
    <message>
        <source>The door to {0} was closed.</source>
        <translation>{0} への扉を閉じました。</translation>
    </message>
    <message>
        <source>The setting {0} was changed.</source>
        <translation>設定「{0}」を変更しました。</translation>
    </message>
    <message>
        <source>A passphrase was added.</source>
        <translation>パスフレーズを追加しました。</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>パスフレーズを変更しました。</translation>
    </message>
    <message>
        <source>The system keyring was added.</source>
        <translation>システムのキーリングを追加しました。</translation>
    </message>
    <message>
        <source>Passphrase and keyring together are required now.</source>
        <translation>パスフレーズとキーリングの両方を必須にしました。</translation>
    </message>
    <message>
        <source>A new recovery key was made.</source>
        <translation>新しい復旧キーを作成しました。</translation>
    </message>
    <message>
        <source>The recovery key was checked.</source>
        <translation>復旧キーを確認しました。</translation>
    </message>
    <message>
        <source>A way to open the profile was removed.</source>
        <translation>プロファイルを開く方法を 1 つ削除しました。</translation>
    </message>
    <message>
        <source>The profile was renamed.</source>
        <translation>プロファイルの名前を変更しました。</translation>
    </message>
    <message>
        <source>Everything was encrypted anew.</source>
        <translation>すべてを暗号化し直しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n chats were deleted because their time was over.</source>
        <translation>
            <numerusform>期限を過ぎた %n 件のチャットを削除しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were exported.</source>
        <translation>
            <numerusform>%n 件のチャットをエクスポートしました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were imported from {0}.</source>
        <translation>
            <numerusform>{0} から %n 件のチャットをインポートしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The download of {0} began.</source>
        <translation>{0} のダウンロードを開始しました。</translation>
    </message>
    <message>
        <source>The download of {0} ended.</source>
        <translation>{0} のダウンロードが終了しました。</translation>
    </message>
    <message>
        <source>The model {0} was deleted.</source>
        <translation>モデル {0} を削除しました。</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>nobody was there</source>
        <translation>しばらく操作がなかったため</translation>
    </message>
    <message>
        <source>the computer went to sleep</source>
        <translation>コンピューターがスリープしたため</translation>
    </message>
    <message>
        <source>the screen was locked</source>
        <translation>画面がロックされたため</translation>
    </message>
    <message>
        <source>Hearth ended</source>
        <translation>Hearth が終了したため</translation>
    </message>
</context>
<context>
    <name>AddModelDialog</name>
    <message>
        <source>Add another model</source>
        <translation>別のモデルを追加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>For example “mistral:7b”, or “hf.co/…” for Hugging Face</source>
        <translation>例: “mistral:7b”、Hugging Face の場合は “hf.co/…”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Nothing is asked of anybody before you press “Download”.</source>
        <translation>「ダウンロード」を押すまで、どこにも問い合わせません。</translation>
    </message>
    <message>
        <source>Ollama can download any model of its own library, and any GGUF model of Hugging Face. Type its name as it stands on its page.</source>
        <translation>Ollama は、自身のライブラリにあるすべてのモデルと、Hugging Face にあるすべての GGUF モデルをダウンロードできます。モデルのページに書かれている名前を入力してください。</translation>
    </message>
    <message>
        <source>Ollama would download it from {0}. How large it is shows when the download begins.</source>
        <translation>Ollama が {0} からダウンロードします。サイズはダウンロードを始めると表示されます。</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>Recommended</source>
        <translation>おすすめ</translation>
    </message>
    <message>
        <source>Fits the graphics card ({0} of {1}).</source>
        <translation>グラフィックカードに収まります（{1} 中 {0}）。</translation>
    </message>
    <message>
        <source>Runs partly on the graphics card.</source>
        <translation>一部がグラフィックカードで動作します。</translation>
    </message>
    <message>
        <source>Needs {0} of your {1} of memory.</source>
        <translation>メモリ {1} のうち {0} を使います。</translation>
    </message>
    <message>
        <source>The quickest of these.</source>
        <translation>この中で最も高速です。</translation>
    </message>
    <message>
        <source>A good balance of speed and quality.</source>
        <translation>速度と品質のバランスが取れています。</translation>
    </message>
    <message>
        <source>The best answers that this computer can give.</source>
        <translation>このコンピューターで得られる最良の回答です。</translation>
    </message>
    <message>
        <source>Made for Japanese.</source>
        <translation>日本語向けに作られています。</translation>
    </message>
    <message>
        <source>Already installed.</source>
        <translation>インストール済みです。</translation>
    </message>
    <message>
        <source>Probably writes faster than you read.</source>
        <translation>おそらく、読むより速く書きます。</translation>
    </message>
    <message>
        <source>Probably writes about as fast as you read.</source>
        <translation>おそらく、読むのと同じくらいの速さで書きます。</translation>
    </message>
    <message>
        <source>Probably writes slower than you read.</source>
        <translation>おそらく、読むより遅く書きます。</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>残り数秒</translation>
    </message>
    <message>
        <source>about {0} seconds left</source>
        <translation>残り約 {0} 秒</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>残り約 %n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation>
            <numerusform>残り約 %n 時間</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>AttachmentIntake</name>
    <message>
        <source>it is a folder.</source>
        <translation>フォルダーです。</translation>
    </message>
    <message>
        <source>it could not be read.</source>
        <translation>読み込めませんでした。</translation>
    </message>
    <message>
        <source>it is not a picture that Hearth can read.</source>
        <translation>Hearth で読み込める画像ではありません。</translation>
    </message>
    <message>
        <source>the picture has too many pixels.</source>
        <translation>画像の画素数が多すぎます。</translation>
    </message>
    <message>
        <source>the picture is damaged.</source>
        <translation>画像が壊れています。</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>空です。</translation>
    </message>
    <message>
        <source>it is too large.</source>
        <translation>大きすぎます。</translation>
    </message>
    <message>
        <source>its text is damaged.</source>
        <translation>テキストが壊れています。</translation>
    </message>
    <message>
        <source>it is neither a picture nor a text.</source>
        <translation>画像でもテキストでもありません。</translation>
    </message>
    <message>
        <source>it is larger than {limit} MB.</source>
        <translation>{limit}&#xa0;MB を超えています。</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Attached: %1</source>
        <translation>添付しました: %1</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>Enter plays the recording, or stops it</source>
        <translation>Enter で録音を再生または停止します</translation>
    </message>
</context>
<context>
    <name>BusyButton</name>
    <message>
        <source>%1. Press to cancel.</source>
        <translation>%1 押すとキャンセルします。</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>キャンセル (Esc)</translation>
    </message>
</context>
<context>
    <name>ChatCommands</name>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>ピン留めを外す</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>アーカイブから戻す</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>タグ…</translation>
    </message>
    <message numerus="yes">
        <source>%n chats deleted.</source>
        <translation>
            <numerusform>%n 件のチャットを削除しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats with {0} were imported.</source>
        <translation>
            <numerusform>%n 件のチャット（{0}）をインポートしました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>メッセージ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新規フォルダー…</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>フォルダー名を変更</translation>
    </message>
    <message>
        <source>Delete folder</source>
        <translation>フォルダーを削除</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>アーカイブを表示</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>チャットをインポート…</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>フォルダーに移動</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>フォルダーなし</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>エクスポート形式</translation>
    </message>
    <message>
        <source>Only with tag</source>
        <translation>タグで絞り込む</translation>
    </message>
    <message>
        <source>Moved to the archive.</source>
        <translation>アーカイブに移動しました。</translation>
    </message>
    <message>
        <source>Taken out of the archive.</source>
        <translation>アーカイブから戻しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>タグ（カンマ区切り）</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新規フォルダー</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>フォルダーの名前</translation>
    </message>
    <message>
        <source>Folder deleted. Its chats were kept.</source>
        <translation>フォルダーを削除しました。中のチャットは残っています。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>エクスポートしました。</translation>
    </message>
    <message>
        <source>Import chats from Hearth, ChatGPT or Open WebUI</source>
        <translation>Hearth、ChatGPT、Open WebUI のチャットをインポート</translation>
    </message>
    <message>
        <source>{0} could not be read.</source>
        <translation>{0} を読み込めませんでした。</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>サイドバーの表示／非表示</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>Microphone open</source>
        <translation>マイクがオンです</translation>
    </message>
    <message>
        <source>Microphone open. Press to close it.</source>
        <translation>マイクがオンです。押すとオフにします。</translation>
    </message>
    <message>
        <source>Nothing of this chat is written to the disk.</source>
        <translation>このチャットの内容はディスクに一切書き込まれません。</translation>
    </message>
    <message>
        <source>Sound comes in. Press to close the microphone.</source>
        <translation>音が入っています。押すとマイクをオフにします。</translation>
    </message>
    <message>
        <source>Tags: {0}</source>
        <translation>タグ: {0}</translation>
    </message>
    <message>
        <source>Menu of this chat</source>
        <translation>このチャットのメニュー</translation>
    </message>
    <message>
        <source>Persona: {0}</source>
        <translation>ペルソナ: {0}</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>回答を作成中です。先に停止するか、お待ちください。</translation>
    </message>
    <message>
        <source>Ask my documents…</source>
        <translation>文書に質問…</translation>
    </message>
    <message>
        <source>This could not be sent.</source>
        <translation>送信できませんでした。</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新規メモ</translation>
    </message>
    <message>
        <source>Compare two models…</source>
        <translation>2 つのモデルを比較…</translation>
    </message>
</context>
<context>
    <name>CollectionDetail</name>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>問題あり %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>Add to the collection</source>
        <translation>コレクションに追加</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問する</translation>
    </message>
    <message>
        <source>Ask about these files in a new chat</source>
        <translation>新規チャットでこれらのファイルについて質問</translation>
    </message>
    <message>
        <source>Ask every file…</source>
        <translation>全ファイルに質問…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Drop files or a folder here</source>
        <translation>ここにファイルまたはフォルダーをドロップ</translation>
    </message>
    <message>
        <source>Find a file by its name</source>
        <translation>ファイル名で絞り込む</translation>
    </message>
    <message>
        <source>Hearth reads PDF, Office and OpenDocument files, e-mail, web pages, books, pictures and code.</source>
        <translation>PDF、Office、OpenDocument の各ファイル、メール、ウェブページ、電子書籍、画像、コードを読み込めます。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>コレクションの名前</translation>
    </message>
    <message>
        <source>No file is called like that.</source>
        <translation>その名前のファイルはありません。</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>アンバー</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Chats</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>CommandsFold</name>
    <message>
        <source>, </source>
        <translation>、 </translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>速く</translation>
    </message>
    <message>
        <source>Forget what was said</source>
        <translation>話した内容を取り消す</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>小さく</translation>
    </message>
    <message>
        <source>Read the answer again</source>
        <translation>回答をもう一度読み上げる</translation>
    </message>
    <message>
        <source>Repeat the sentence</source>
        <translation>文を繰り返す</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>ゆっくり</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>回答を停止</translation>
    </message>
    <message>
        <source>What you can say</source>
        <translation>使える音声コマンド</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Compare two models</source>
        <translation>2 つのモデルを比較</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>1 つ目のモデル</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>2 つ目のモデル</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>名前を隠す</translation>
    </message>
    <message>
        <source>Hide the names of the models, and which is which, until you have voted</source>
        <translation>投票するまで、モデルの名前と、どちらがどちらかを隠します</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>比較を終了</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較:</translation>
    </message>
    <message>
        <source>with</source>
        <translation>と</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Choose two models to compare first.</source>
        <translation>先に、比較する 2 つのモデルを選んでください。</translation>
    </message>
    <message>
        <source>No other model has answered this question yet.</source>
        <translation>この質問に回答した別のモデルはまだありません。</translation>
    </message>
</context>
<context>
    <name>ComparisonColumn</name>
    <message>
        <source>Stop this answer</source>
        <translation>この回答を停止</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>この回答をコピー</translation>
    </message>
    <message>
        <source>Go on with this answer</source>
        <translation>この回答で続ける</translation>
    </message>
    <message>
        <source>Answer {0}: {1}</source>
        <translation>回答 {0}: {1}</translation>
    </message>
    <message>
        <source>waiting · {0} s</source>
        <translation>待機中 · {0} 秒</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} tokens/s · {1} s</source>
        <translation>{0} トークン/秒 · {1} 秒</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>stopped · {0}</source>
        <translation>停止 · {0}</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparison of two answers</source>
        <translation>2 つの回答の比較</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>チャットに戻る</translation>
    </message>
    <message>
        <source>You can vote when both answers are there.</source>
        <translation>両方の回答がそろうと投票できます。</translation>
    </message>
    <message>
        <source>Neither model could answer.</source>
        <translation>どちらのモデルも回答できませんでした。</translation>
    </message>
    <message>
        <source>Only one model could answer: there is nothing to vote about.</source>
        <translation>1 つのモデルしか回答できなかったため、投票はできません。</translation>
    </message>
    <message>
        <source>Both answers are finished. Keys 1 to 4 vote.</source>
        <translation>両方の回答がそろいました。1〜4 のキーで投票できます。</translation>
    </message>
    <message>
        <source>Which answer is better? The names of the models are shown after your vote.</source>
        <translation>どちらの回答がよいですか？投票後にモデルの名前が表示されます。</translation>
    </message>
    <message>
        <source>Which answer is better?</source>
        <translation>どちらの回答がよいですか？</translation>
    </message>
    <message>
        <source>You found both good.</source>
        <translation>「両方よい」に投票しました。</translation>
    </message>
    <message>
        <source>You found both bad.</source>
        <translation>「両方よくない」に投票しました。</translation>
    </message>
    <message>
        <source>You prefer {0}. The chat goes on with its answer.</source>
        <translation>{0} に投票しました。チャットはその回答で続きます。</translation>
    </message>
    <message>
        <source>{0} The vote is not kept: this chat is private.</source>
        <translation>{0} プライベートチャットのため、投票は記録されません。</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>モデル {0}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Ask something privately</source>
        <translation>プライベートに質問</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>何でも質問できます</translation>
    </message>
    <message>
        <source>Documents, pictures, texts, recordings</source>
        <translation>文書、画像、テキスト、録音</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>プライベートメッセージ</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>メモを書く…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>貼り付けたテキスト</translation>
    </message>
    <message>
        <source>Private chat. Nothing of it is kept.</source>
        <translation>プライベートチャットです。内容は一切保存されません。</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>ファイルを添付</translation>
    </message>
    <message>
        <source>A message takes %1 attachments; the rest was left out. Send them with the next one.</source>
        <translation>1 つのメッセージに添付できるのは %1 件までのため、残りは添付していません。次のメッセージで送信してください。</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>回答を停止</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>The attachments are still being read</source>
        <translation>添付ファイルを読み込み中です</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>送信 (Enter)</translation>
    </message>
</context>
<context>
    <name>ConsideredPassage</name>
    <message>
        <source>It was forgotten, or its file was changed since.</source>
        <translation>登録が解除されたか、その後ファイルが変更されました。</translation>
    </message>
    <message>
        <source>No room in the model’s window</source>
        <translation>モデルのコンテキストウィンドウに収まらない</translation>
    </message>
    <message>
        <source>Not near enough to the question</source>
        <translation>質問との関連が低い</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} を開く</translation>
    </message>
    <message>
        <source>Others were nearer</source>
        <translation>より関連の高い箇所があった</translation>
    </message>
    <message>
        <source>Says the same as another one</source>
        <translation>ほかの箇所と内容が重複</translation>
    </message>
    <message>
        <source>The model preferred others</source>
        <translation>モデルがほかの箇所を選択</translation>
    </message>
    <message>
        <source>by meaning: {0} of 1</source>
        <translation>意味: {0} / 1</translation>
    </message>
    <message>
        <source>by words: place {0}</source>
        <translation>語句: {0} 位</translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>スコア {0}</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>Context window</source>
        <translation>コンテキストウィンドウ</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>The size of the model’s context window is not known.</source>
        <translation>このモデルのコンテキストウィンドウのサイズは不明です。</translation>
    </message>
    <message>
        <source>%1 of %2 tokens of the context window are used.</source>
        <translation>コンテキストウィンドウの %2 トークンのうち %1 を使用しています。</translation>
    </message>
    <message>
        <source>%1 of %2 tokens are used. Older messages will soon be summarised.</source>
        <translation>%2 トークンのうち %1 を使用しています。古いメッセージはまもなく要約されます。</translation>
    </message>
    <message>
        <source>%1 tokens, the window holds %2. Older messages are summarised.</source>
        <translation>%1 トークンで、ウィンドウの上限は %2 です。古いメッセージは要約されます。</translation>
    </message>
    <message>
        <source>The last answer came at %1 tokens a second.</source>
        <translation>直前の回答は毎秒 %1 トークンで届きました。</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>New name</source>
        <translation>新しい名前</translation>
    </message>
</context>
<context>
    <name>ConversationTree</name>
    <message>
        <source>Private, not saved</source>
        <translation>プライベート（保存なし）</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>それ以前</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>Folder {0}</source>
        <translation>フォルダー {0}</translation>
    </message>
    <message>
        <source>private</source>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>an answer is being written</source>
        <translation>回答を作成中</translation>
    </message>
</context>
<context>
    <name>CopiedAnswer</name>
    <message>
        <source>Sources:</source>
        <translation>出典:</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy %1 code</source>
        <translation>%1 のコードをコピー</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>コードをコピー</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピー済み</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Personal</source>
        <translation>個人用</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>プロファイルの名前</translation>
    </message>
    <message>
        <source>How it opens</source>
        <translation>開く方法</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>You type it each time. Without it, or the recovery key, nobody reads your chats. Not even you.</source>
        <translation>毎回入力します。パスフレーズか復旧キーがなければ、誰もチャットを読めません。本人でも読めません。</translation>
    </message>
    <message>
        <source>With the system keyring</source>
        <translation>システムのキーリング</translation>
    </message>
    <message>
        <source>Opens by itself while you are logged in. Whoever can use your account can open it, too.</source>
        <translation>ログインしている間は自動的に開きます。同じアカウントを使える人は誰でも開けます。</translation>
    </message>
    <message>
        <source>With both together</source>
        <translation>両方を併用</translation>
    </message>
    <message>
        <source>Your passphrase, and only on this computer. The strongest, and the least forgiving.</source>
        <translation>パスフレーズが必要で、このコンピューターでしか開けません。最も安全ですが、忘れたときに最も困る方法です。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation>パスフレーズ（もう一度）</translation>
    </message>
    <message>
        <source>Create profile</source>
        <translation>プロファイルを作成</translation>
    </message>
    <message>
        <source>Restore a backup instead</source>
        <translation>代わりにバックアップを復元</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Welcome to Hearth</source>
        <translation>Hearth へようこそ</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新規プロファイル</translation>
    </message>
    <message>
        <source>Your assistant, on your computer. Everything you write is kept here, encrypted, for you alone.</source>
        <translation>このコンピューターで動くアシスタントです。書いたものはすべて暗号化されてここに保存され、本人だけが読めます。</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>作成中…</translation>
    </message>
    <message>
        <source>A passphrase needs at least {0} characters.</source>
        <translation>パスフレーズは {0} 文字以上にしてください。</translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are good.</source>
        <translation>互いに関係のない 4〜5 個の単語がおすすめです。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>2 つのパスフレーズが一致しません。</translation>
    </message>
    <message>
        <source>Type the second one again.</source>
        <translation>2 つ目をもう一度入力してください。</translation>
    </message>
</context>
<context>
    <name>DesktopHint</name>
    <message>
        <source>Settings › Keyboard › View and Customise Shortcuts › Custom Shortcuts › Add. Give it one of the commands below and press the keys you want.</source>
        <translation>「設定」›「キーボード」›「ショートカットの表示とカスタマイズ」›「独自のショートカット」›「追加」を開き、下のコマンドのいずれかを指定して、使いたいキーを押してください。</translation>
    </message>
    <message>
        <source>System Settings › Keyboard › Shortcuts › Add New › Command or Script. Give it one of the commands below and press the keys you want.</source>
        <translation>「システム設定」›「キーボード」›「ショートカット」›「新規追加」›「コマンドまたはスクリプト」を開き、下のコマンドのいずれかを指定して、使いたいキーを押してください。</translation>
    </message>
    <message>
        <source>Add a line to the configuration, in Sway for example: bindsym Ctrl+Mod1+space exec hearth toggle</source>
        <translation>設定ファイルに 1 行追加してください。Sway の例: bindsym Ctrl+Mod1+space exec hearth toggle</translation>
    </message>
    <message>
        <source>In your desktop’s keyboard settings, make a shortcut of your own for one of the commands below.</source>
        <translation>デスクトップのキーボード設定で、下のコマンドのいずれかに独自のショートカットを割り当ててください。</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>None found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Usual one ({0})</source>
        <translation>既定のデバイス（{0}）</translation>
    </message>
    <message>
        <source>Usual one of this computer</source>
        <translation>このコンピューターの既定のデバイス</translation>
    </message>
    <message>
        <source>{0} (not connected)</source>
        <translation>{0}（未接続）</translation>
    </message>
</context>
<context>
    <name>DiskBar</name>
    <message>
        <source>Disk space that models take</source>
        <translation>モデルが使っているディスク容量</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Forget…</source>
        <translation>登録を解除…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>ここで読む</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーに表示</translation>
    </message>
</context>
<context>
    <name>DocumentRows</name>
    <message>
        <source>Files of the collection</source>
        <translation>コレクションのファイル</translation>
    </message>
</context>
<context>
    <name>DocumentsSettings</name>
    <message>
        <source>A Chroma server keeps vectors unencrypted, outside of this profile, and much of a text can be guessed from its vectors. The texts themselves stay in the vault, and private chats never use it. A server on another computer is refused until a door to it is open.</source>
        <translation>Chroma サーバーは、このプロファイルの外でベクトルを暗号化せずに保持します。ベクトルからは、元のテキストの多くを推測できます。テキストそのものは保管庫にとどまり、プライベートチャットでは一切使われません。別のコンピューターのサーバーへの接続は、扉を開くまで拒否されます。</translation>
    </message>
</context>
<context>
    <name>EchoTestCard</name>
    <message>
        <source>Echo at {0} dB, after removing {1} dB; {2} ms from loudspeaker to microphone.</source>
        <translation>エコーは {0}&#xa0;dB、除去後は {1}&#xa0;dB。スピーカーからマイクまで {2}&#xa0;ミリ秒。</translation>
    </message>
    <message>
        <source>Echo test</source>
        <translation>エコーテスト</translation>
    </message>
    <message>
        <source>For six seconds Hearth plays a rising tone and a murmur, about as loud as it speaks, and listens to what the microphone hears of it. Be quiet meanwhile. Whatever is being said ends.</source>
        <translation>Hearth が話すときとほぼ同じ音量で、上がっていく音とつぶやき声を 6 秒間再生し、マイクにどう聞こえるかを調べます。その間は静かにしてください。話している途中の音声は終了します。</translation>
    </message>
    <message>
        <source>Listening to itself…</source>
        <translation>自分の音を聞いています…</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>まだテストしていません。</translation>
    </message>
    <message>
        <source>Nothing came back: no sound was recorded.</source>
        <translation>何も聞こえません。音が録音されませんでした。</translation>
    </message>
    <message>
        <source>Remove Hearth’s own voice</source>
        <translation>Hearth 自身の声を除去</translation>
    </message>
    <message>
        <source>Start the echo test</source>
        <translation>エコーテストを開始</translation>
    </message>
    <message>
        <source>Switch that on, and you can interrupt Hearth by speaking.</source>
        <translation>それをオンにすると、話しかけて Hearth に割り込めます。</translation>
    </message>
    <message>
        <source>Test the microphone above, check that nothing is muted, then start this test again.</source>
        <translation>上でマイクをテストし、何もミュートされていないことを確認してから、もう一度このテストを始めてください。</translation>
    </message>
    <message>
        <source>The microphone does not hear the loudspeaker.</source>
        <translation>マイクにスピーカーの音は入りません。</translation>
    </message>
    <message>
        <source>The microphone hears the loudspeaker too loudly to remove all of it.</source>
        <translation>マイクに入るスピーカーの音が大きすぎて、完全には除去できません。</translation>
    </message>
    <message>
        <source>The microphone hears the loudspeaker, and Hearth can remove that.</source>
        <translation>マイクにスピーカーの音が入りますが、Hearth で除去できます。</translation>
    </message>
    <message>
        <source>Until then only “stop”, the key, and Esc in the message box interrupt it.</source>
        <translation>それまでは、「ストップ」、キー、メッセージ欄での Esc でのみ中断できます。</translation>
    </message>
    <message>
        <source>“Stop”, the key, and Esc in the message box interrupt it. With headphones, or a loudspeaker that is turned down or farther away, anything you say will.</source>
        <translation>「ストップ」、キー、メッセージ欄での Esc で中断できます。ヘッドホンを使うか、スピーカーの音量を下げるか離すと、何を話しても中断できます。</translation>
    </message>
    <message>
        <source>You can interrupt Hearth by speaking, also through loudspeakers.</source>
        <translation>スピーカーを使っていても、話しかけて Hearth に割り込めます。</translation>
    </message>
    <message>
        <source>You can interrupt Hearth by speaking, as with headphones.</source>
        <translation>ヘッドホンのときと同じように、話しかけて Hearth に割り込めます。</translation>
    </message>
</context>
<context>
    <name>EditInPlace</name>
    <message>
        <source>Change your note</source>
        <translation>メモを変更</translation>
    </message>
    <message>
        <source>Edit your message</source>
        <translation>メッセージを編集</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>EmbedderBox</name>
    <message>
        <source>Built-in model (English)</source>
        <translation>組み込みモデル（英語）</translation>
    </message>
    <message>
        <source>{0} (not available)</source>
        <translation>{0}（利用不可）</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>Nothing of this chat is kept.</source>
        <translation>このチャットの内容は一切保存されません。</translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation>プライベートチャット</translation>
    </message>
    <message>
        <source>Nothing of this chat is ever written to the disk. It is gone when you close or lock Hearth.</source>
        <translation>このチャットの内容がディスクに書き込まれることはありません。Hearth を閉じるかロックすると消えます。</translation>
    </message>
    <message>
        <source>What would you like to talk about?</source>
        <translation>何について話しますか？</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>すべてがこのコンピューターの中にとどまります。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>What you write here is kept for you. No model reads it unless you ask one.</source>
        <translation>ここに書いたものは保存されます。質問しないかぎり、モデルが読むことはありません。</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase this profile</source>
        <translation>このプロファイルを消去</translation>
    </message>
    <message>
        <source>Everything in “{0}” will be gone for good: chats, attachments, settings and automatic backups. Type the name of the profile to go on.</source>
        <translation>「{0}」のチャット、添付ファイル、設定、自動バックアップがすべて完全に失われます。続けるには、プロファイルの名前を入力してください。</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>プロファイルの名前</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>完全に消去</translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message>
        <source>Error: %1</source>
        <translation>エラー: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>セットアップ…</translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation>メモとして残す</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>今すぐ回答</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
</context>
<context>
    <name>FigureGrid</name>
    <message>
        <source>Above the room</source>
        <translation>周囲との差</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>元の音</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>処理後</translation>
    </message>
    <message>
        <source>It was too loud at times. Turn the microphone down, or move back a little.</source>
        <translation>ときどき音が大きすぎました。マイクの音量を下げるか、少し離れてください。</translation>
    </message>
    <message>
        <source>Loudness before and after</source>
        <translation>処理前と処理後の音量</translation>
    </message>
    <message>
        <source>Nobody seems to have spoken, or the room is as loud as your voice.</source>
        <translation>誰も話していないか、周囲の音が声と同じくらい大きいようです。</translation>
    </message>
    <message>
        <source>The room behind it</source>
        <translation>周囲の音</translation>
    </message>
    <message>
        <source>There was only silence. Is the microphone muted, or is it another one?</source>
        <translation>無音でした。マイクがミュートされているか、別のマイクではありませんか？</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>自分の声</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>An encrypted copy in this profile, about 11 MB an hour. Without it, words can be heard as long as the file stays where it is.</source>
        <translation>このプロファイルに暗号化したコピーを保存します（1 時間あたり約 11&#xa0;MB）。保存しない場合、音声を聞けるのは、元のファイルが今の場所にある間だけです。</translation>
    </message>
    <message>
        <source>As spoken</source>
        <translation>元の言語</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Keep the sound</source>
        <translation>音声を保存する</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>テキストの言語</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>文字起こし</translation>
    </message>
    <message numerus="yes">
        <source>Write down %n files?</source>
        <translation>
            <numerusform>%n 個のファイルを文字に起こしますか？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <translation>このチャット内を検索</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>検索する語句</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>前の一致箇所</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>次の一致箇所</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Messages that hold the words</source>
        <translation>語句を含むメッセージ</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Folded</source>
        <translation>折りたたみ済み</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>展開済み</translation>
    </message>
</context>
<context>
    <name>FolderQuestion</name>
    <message>
        <source>A new collection</source>
        <translation>新しいコレクション</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>コレクション</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Follow changes in the folder</source>
        <translation>フォルダーの変更を追跡</translation>
    </message>
    <message>
        <source>Name of the new collection</source>
        <translation>新しいコレクションの名前</translation>
    </message>
    <message>
        <source>Read the documents in this folder?</source>
        <translation>このフォルダーの文書を読み込みますか？</translation>
    </message>
    <message>
        <source>You can then search them and ask about them. They stay where they are, and nothing leaves this computer.</source>
        <translation>読み込むと、文書を検索したり、内容について質問したりできます。ファイルは今の場所に残り、何もこのコンピューターの外に出ません。</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>%n files left out, as Hearth does not read their kinds: {0}</source>
        <translation>
            <numerusform>読み込めない種類のため %n 個のファイルを除外: {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow changes</source>
        <translation>変更を追跡</translation>
    </message>
    <message>
        <source>Take out “{0}”</source>
        <translation>「{0}」を外す</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>First steps</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>Looking at your computer…</source>
        <translation>コンピューターを調べています…</translation>
    </message>
    <message>
        <source>Hearth needs something that runs language models</source>
        <translation>Hearth には言語モデルを動かすソフトウェアが必要です</translation>
    </message>
    <message>
        <source>Ollama is a free program that does that, on this computer. Hearth can keep one of its own: in its own folder, started and ended with Hearth, closed to everybody else.</source>
        <translation>Ollama は、このコンピューターで言語モデルを動かす無料のソフトウェアです。Hearth は専用の Ollama を持つことができます。専用のフォルダーに置かれ、Hearth と一緒に起動・終了し、ほかからは利用できません。</translation>
    </message>
    <message>
        <source>Download Ollama (about {0})</source>
        <translation>Ollama をダウンロード（約 {0}）</translation>
    </message>
    <message>
        <source>Download Hearth’s own instead</source>
        <translation>代わりに Hearth 専用のものをダウンロード</translation>
    </message>
    <message>
        <source>Use another server…</source>
        <translation>別のサーバーを使う…</translation>
    </message>
    <message>
        <source>Ollama is installed, but it is not running</source>
        <translation>Ollama はインストールされていますが、起動していません</translation>
    </message>
    <message>
        <source>Hearth can start it for you and end it again when Hearth ends.</source>
        <translation>Hearth が Ollama を起動し、Hearth の終了時に終了させます。</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>Ollama を起動</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>These fit this computer. You can add others, and remove this one, at any time.</source>
        <translation>このコンピューターに適したモデルです。いつでもほかのモデルを追加したり、このモデルを削除したりできます。</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>ほかのモデル…</translation>
    </message>
    <message>
        <source>No model of the list fits this computer</source>
        <translation>このコンピューターに適したモデルが一覧にありません</translation>
    </message>
    <message>
        <source>Set up talking…</source>
        <translation>音声会話を設定…</translation>
    </message>
    <message>
        <source>The official archive from Ollama’s releases on GitHub. Hearth opens this connection for the download alone, and checks every byte against the published checksum.</source>
        <translation>GitHub にある Ollama のリリースの公式アーカイブです。Hearth はこの接続をダウンロードのためだけに開き、公開されているチェックサムとすべてのバイトを照合します。</translation>
    </message>
    <message>
        <source>There is too little free memory or disk space. A smaller one may still work, or another computer.</source>
        <translation>メモリかディスクの空きが足りません。より小さいモデルか、別のコンピューターなら動くかもしれません。</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>すべてのモデルを表示</translation>
    </message>
    <message>
        <source>Everything is ready</source>
        <translation>準備ができました</translation>
    </message>
    <message>
        <source>Ask whatever you like. It stays on this computer.</source>
        <translation>何でも質問できます。内容はこのコンピューターの中にとどまります。</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>チャットを始める</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Go on without a model</source>
        <translation>モデルなしで続ける</translation>
    </message>
    <message>
        <source>Download {0} ({1})</source>
        <translation>{0} をダウンロード（{1}）</translation>
    </message>
    <message>
        <source>From {0}. Licence: {1}.</source>
        <translation>提供元: {0}。ライセンス: {1}。</translation>
    </message>
    <message>
        <source>Asking for the newest version…</source>
        <translation>最新バージョンを確認しています…</translation>
    </message>
    <message>
        <source>Getting Ollama</source>
        <translation>Ollama を入手しています</translation>
    </message>
    <message>
        <source>You may go on using Hearth; the download continues by itself.</source>
        <translation>このまま Hearth を使えます。ダウンロードは自動的に続きます。</translation>
    </message>
    <message>
        <source>Starting Ollama…</source>
        <translation>Ollama を起動しています…</translation>
    </message>
    <message>
        <source>Getting the model</source>
        <translation>モデルを入手しています</translation>
    </message>
</context>
<context>
    <name>HandsFreeBar</name>
    <message>
        <source>End hands-free</source>
        <translation>ハンズフリーを終了</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>How you sounded. A guess that makes answers gentler or shorter.</source>
        <translation>話し方から推測した気分です。回答をやわらかくしたり短くしたりするために使います。</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>マイクをオフにする</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>マイクをオンにする</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Skip this sentence</source>
        <translation>この文をスキップ</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>読み上げを停止</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>待ち受けを終了</translation>
    </message>
</context>
<context>
    <name>HardwareCard</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n コア</numerusform>
        </translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>ディスクの空き容量</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>グラフィックス</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Memory unknown</source>
        <translation>メモリ不明</translation>
    </message>
    <message>
        <source>Models take {0}: {1}.</source>
        <translation>モデルの使用量 {0}: {1}。</translation>
    </message>
    <message>
        <source>Models use the processor</source>
        <translation>モデルはプロセッサで動作します</translation>
    </message>
    <message>
        <source>No models on the disk yet.</source>
        <translation>ディスクにモデルはまだありません。</translation>
    </message>
    <message>
        <source>None that helps</source>
        <translation>利用できるものなし</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>Shares the computer’s memory</source>
        <translation>コンピューターのメモリを共有</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, {0} together</source>
        <translation>
            <numerusform>ほか %n 枚、合計 {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>埋め込み</translation>
    </message>
    <message>
        <source>language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>音声認識</translation>
    </message>
    <message>
        <source>voices</source>
        <translation>音声合成</translation>
    </message>
    <message>
        <source>{0} free now</source>
        <translation>空き {0}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}, {1} free now</source>
        <translation>{0}、空き {1}</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Passages found</source>
        <translation>見つかった箇所</translation>
    </message>
</context>
<context>
    <name>HotkeyBackend</name>
    <message>
        <source>Another program uses this combination.</source>
        <translation>このキーの組み合わせは別のアプリが使っています。</translation>
    </message>
    <message>
        <source>Choose another one, or free it in that program.</source>
        <translation>別の組み合わせを選ぶか、そのアプリでの割り当てを解除してください。</translation>
    </message>
</context>
<context>
    <name>HotkeyRow</name>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Works: {0}</source>
        <translation>有効: {0}</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>You use this combination for another hotkey already.</source>
        <translation>この組み合わせは、すでに別のホットキーに使われています。</translation>
    </message>
    <message>
        <source>Hearth’s own window uses this combination.</source>
        <translation>この組み合わせは、Hearth のウィンドウで使われています。</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>別の組み合わせを選んでください。</translation>
    </message>
    <message>
        <source>Here nobody tells when a key is let go.</source>
        <translation>ここでは、キーが離されたことを検出できません。</translation>
    </message>
    <message>
        <source>Quick chat</source>
        <translation>クイックチャット</translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation>選択したテキストについて質問</translation>
    </message>
    <message>
        <source>Ask about the screen</source>
        <translation>画面について質問</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>ウィンドウを表示</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>押している間だけ話す</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>These keys work while another program is in front.</source>
        <translation>これらのキーは、ほかのアプリが前面にあるときも働きます。</translation>
    </message>
    <message>
        <source>Change in the desktop’s settings</source>
        <translation>デスクトップの設定で変更</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
</context>
<context>
    <name>HowMade</name>
    <message numerus="yes">
        <source>%n older messages of this chat, looked up again</source>
        <translation>
            <numerusform>このチャットの以前のメッセージ %n 件を再検索</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer again from these</source>
        <translation>選んだ箇所から再回答</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>回答元</translation>
    </message>
    <message>
        <source>Asking the documents</source>
        <translation>文書の検索</translation>
    </message>
    <message>
        <source>Fitting the window</source>
        <translation>コンテキストの調整</translation>
    </message>
    <message>
        <source>Found, not used</source>
        <translation>見つかったが未使用の箇所</translation>
    </message>
    <message>
        <source>Hearth itself, without a model</source>
        <translation>Hearth（モデルなし）</translation>
    </message>
    <message>
        <source>How this answer was made</source>
        <translation>この回答ができるまで</translation>
    </message>
    <message>
        <source>In the search: {0}</source>
        <translation>検索の内訳: {0}</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>検索内容</translation>
    </message>
    <message>
        <source>Made from documents: what stands in them could have been written by anybody.</source>
        <translation>文書をもとにした回答です。文書の内容は、誰が書いたものか分かりません。</translation>
    </message>
    <message>
        <source>Neither documents nor memories were looked up for it.</source>
        <translation>文書も記憶も参照していません。</translation>
    </message>
    <message>
        <source>None was near enough to the question.</source>
        <translation>質問と十分に関連する箇所はありませんでした。</translation>
    </message>
    <message>
        <source>Nothing: this is how what you attached begins.</source>
        <translation>検索なし（添付ファイルの冒頭を使用）</translation>
    </message>
    <message>
        <source>Nothing: you chose the passages.</source>
        <translation>検索なし（箇所を手動で選択）</translation>
    </message>
    <message>
        <source>Passages used</source>
        <translation>使用した箇所</translation>
    </message>
    <message>
        <source>Reading the chat</source>
        <translation>チャットの読み込み</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>参照した履歴</translation>
    </message>
    <message>
        <source>Remembered for it</source>
        <translation>参照した記憶</translation>
    </message>
    <message>
        <source>Remembering</source>
        <translation>記憶の参照</translation>
    </message>
    <message>
        <source>Searched by</source>
        <translation>検索方法</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Storing the question</source>
        <translation>質問の保存</translation>
    </message>
    <message>
        <source>This is what the question means in this chat, in the model’s words.</source>
        <translation>このチャットの流れをふまえて、モデルが質問を言い換えたものです。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>信頼性</translation>
    </message>
    <message>
        <source>Unsupported</source>
        <translation>根拠なし</translation>
    </message>
    <message>
        <source>Writing the answer</source>
        <translation>回答の作成</translation>
    </message>
    <message>
        <source>a closer look</source>
        <translation>詳しい照合</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>meaning of the question</source>
        <translation>質問の意味</translation>
    </message>
    <message>
        <source>meanings</source>
        <translation>意味の照合</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>箇所の取得</translation>
    </message>
    <message>
        <source>which files</source>
        <translation>対象ファイル</translation>
    </message>
    <message>
        <source>words</source>
        <translation>語句の照合</translation>
    </message>
    <message>
        <source>words alone: the meanings are not indexed yet</source>
        <translation>語句のみ（意味のインデックスは未作成）</translation>
    </message>
    <message>
        <source>words alone: the model of meanings failed</source>
        <translation>語句のみ（意味検索モデルのエラー）</translation>
    </message>
    <message>
        <source>words alone: there is no model of meanings</source>
        <translation>語句のみ（意味検索モデルなし）</translation>
    </message>
    <message>
        <source>words and meaning</source>
        <translation>語句と意味</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} ミリ秒</translation>
    </message>
    <message>
        <source>{0} names no passage.</source>
        <translation>{0} に当たる箇所はありません。</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} tokens read</source>
        <translation>入力 {0} トークン</translation>
    </message>
    <message>
        <source>{0} written</source>
        <translation>出力 {0} トークン</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>HungQuestion</name>
    <message>
        <source>Hearth does not answer</source>
        <translation>Hearth が応答しません</translation>
    </message>
    <message>
        <source>Hearth is running, but it does not answer</source>
        <translation>Hearth は起動していますが、応答がありません</translation>
    </message>
    <message>
        <source>It may be busy for a moment. If it stays like this, end it and Hearth starts anew. What was saved is safe; text that you were still typing may be lost.</source>
        <translation>一時的に処理が続いている可能性があります。このままの状態が続く場合は、終了させると Hearth が新しく起動します。保存済みのものは失われませんが、入力中のテキストは失われることがあります。</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>終了させる</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>待つ</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>No keys: {0}</source>
        <translation>キーなし: {0}</translation>
    </message>
    <message>
        <source>Set keys…</source>
        <translation>キーを設定…</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}: no keys</source>
        <translation>{0}: キーなし</translation>
    </message>
    <message>
        <source>Press Enter, then the new keys</source>
        <translation>Enter を押してから、新しいキーを押してください</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>キーを押してください…</translation>
    </message>
    <message>
        <source>Press the keys. Escape keeps the old ones, Backspace removes them.</source>
        <translation>キーを押してください。Esc で元のまま、Backspace で割り当てを解除します。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>“{0}” is not a combination of keys.</source>
        <translation>「{0}」はキーの組み合わせではありません。</translation>
    </message>
    <message>
        <source>Typing would set this off. Add Ctrl, Alt or the Windows key, or take a function key.</source>
        <translation>文字の入力で動作してしまいます。Ctrl、Alt、Windows キーのいずれかを加えるか、ファンクションキーを使ってください。</translation>
    </message>
    <message>
        <source>The system or every program needs “{0}”.</source>
        <translation>「{0}」はシステムまたはすべてのアプリで必要なキーです。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Each of these opens this profile. Keep at least one that you cannot lose.</source>
        <translation>いずれの方法でもこのプロファイルを開けます。失うおそれのないものを少なくとも 1 つ残してください。</translation>
    </message>
    <message>
        <source>Add a passphrase…</source>
        <translation>パスフレーズを追加…</translation>
    </message>
    <message>
        <source>Add the system keyring</source>
        <translation>システムのキーリングを追加</translation>
    </message>
    <message>
        <source>Require both…</source>
        <translation>両方を必須にする…</translation>
    </message>
    <message>
        <source>Add a recovery key</source>
        <translation>復旧キーを追加</translation>
    </message>
    <message>
        <source>Encrypt anew…</source>
        <translation>暗号化し直す…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Opens the profile by itself.</source>
        <translation>これだけでプロファイルを開けます。</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>システムのキーリング</translation>
    </message>
    <message>
        <source>Opens the profile while you are logged in.</source>
        <translation>ログインしている間、プロファイルを開きます。</translation>
    </message>
    <message>
        <source>Passphrase and keyring together</source>
        <translation>パスフレーズとキーリングの両方</translation>
    </message>
    <message>
        <source>Neither opens the profile alone.</source>
        <translation>どちらか一方だけではプロファイルを開けません。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>復旧キー</translation>
    </message>
    <message>
        <source>For the day when everything else is lost.</source>
        <translation>ほかの方法がすべて失われたときのためのものです。</translation>
    </message>
    <message>
        <source>Since {0}</source>
        <translation>{0} から</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>確認…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>新しいキー…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation>パスフレーズを追加</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>パスフレーズを変更</translation>
    </message>
    <message>
        <source>Require passphrase and keyring together</source>
        <translation>パスフレーズとキーリングの両方を必須にする</translation>
    </message>
    <message>
        <source>The way in was changed.</source>
        <translation>開く方法を変更しました。</translation>
    </message>
    <message>
        <source>The system keyring opens this profile now.</source>
        <translation>システムのキーリングでこのプロファイルを開けるようになりました。</translation>
    </message>
    <message>
        <source>Remove “{0}”?</source>
        <translation>「{0}」を削除しますか？</translation>
    </message>
    <message>
        <source>It will no longer open this profile.</source>
        <translation>この方法ではプロファイルを開けなくなります。</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>削除しました。</translation>
    </message>
    <message>
        <source>Your copy opens this profile.</source>
        <translation>控えたキーでこのプロファイルを開けます。</translation>
    </message>
    <message>
        <source>Encrypt everything anew</source>
        <translation>すべてを暗号化し直す</translation>
    </message>
    <message>
        <source>Your new recovery key</source>
        <translation>新しい復旧キー</translation>
    </message>
    <message>
        <source>{0}

The old one opens nothing any more, except backups made before. It is shown only now.</source>
        <translation>{0}

以前のキーは、これより前に作成したバックアップを除き、使えなくなります。このキーが表示されるのは今だけです。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>控えました</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n 章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters that nobody sees in the document were left out: they may be meant to mislead a model.</source>
        <translation>
            <numerusform>文書上では見えない %n 文字を除きました。モデルを誤らせるために仕込まれた可能性があります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 個のファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in part</source>
        <translation>
            <numerusform>一部のみ %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>メッセージ %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>見つからない %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>読み込み不可 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n ページ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages hold no text that could be read. Scanned pages need “Read scanned pages” in the settings.</source>
        <translation>
            <numerusform>%n ページに、読み取れるテキストがありません。スキャンしたページを読み取るには、設定で「スキャンしたページを読み取る」をオンにしてください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages read from pictures</source>
        <translation>
            <numerusform>%n ページを画像から読み取り</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages without text</source>
        <translation>
            <numerusform>テキストなし %n ページ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts are protected and were not read.</source>
        <translation>
            <numerusform>保護されている %n 個の部分は読み込まれませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts not read</source>
        <translation>
            <numerusform>読み込めない部分 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts, such as attachments, were not read.</source>
        <translation>
            <numerusform>添付ファイルなど、%n 個の部分は読み込まれませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n 箇所</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected parts not read</source>
        <translation>
            <numerusform>保護されて読み込めない部分 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slides</source>
        <translation>
            <numerusform>スライド %n 枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to read</source>
        <translation>
            <numerusform>読み込み待ち %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>ファイルを追加</translation>
    </message>
    <message numerus="yes">
        <source>All that was read is destroyed, with %n passages of the index. What lies on the disk stays where it is.</source>
        <translation>
            <numerusform>読み込んだ内容を、インデックスの %n 箇所とともにすべて破棄します。ディスク上のファイルはそのまま残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>All that was read of it is destroyed: texts, passages and index ({0}). The files themselves stay where they are.</source>
        <translation>読み込んだ内容（テキスト、各箇所、インデックス）をすべて破棄します（{0}）。ファイルそのものは今の場所に残ります。</translation>
    </message>
    <message>
        <source>All that was read of its files is destroyed. The folder and its files stay as they are.</source>
        <translation>このフォルダーのファイルから読み込んだ内容をすべて破棄します。フォルダーとファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>コレクション</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete the collection</source>
        <translation>コレクションを削除</translation>
    </message>
    <message>
        <source>Delete the collection…</source>
        <translation>コレクションを削除…</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>「{0}」を削除しますか？</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Drop a folder or files here</source>
        <translation>ここにフォルダーまたはファイルをドロップ</translation>
    </message>
    <message>
        <source>Files that Hearth has read, to be searched and asked. Nothing leaves this computer.</source>
        <translation>Hearth が読み込んだファイルです。検索したり、内容について質問したりできます。何もこのコンピューターの外に出ません。</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>フォルダー…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>登録を解除</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n files?</source>
        <translation>
            <numerusform>%n 個のファイルの登録を解除しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget “{0}”?</source>
        <translation>「{0}」の登録を解除しますか？</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>登録を解除…</translation>
    </message>
    <message>
        <source>Hearth reads them on this computer and keeps their text encrypted. Then you can search them and ask about them, with the page that each answer comes from.</source>
        <translation>Hearth がこのコンピューター上で読み込み、テキストを暗号化して保存します。読み込んだ文書は検索したり、内容について質問したりでき、回答には出典のページが示されます。</translation>
    </message>
    <message>
        <source>In a folder that is followed they are left out from now on.</source>
        <translation>追跡中のフォルダーにあっても、今後は読み込みません。</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新規コレクション</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>新規コレクション…</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>ファイルはまだありません</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>読み込めませんでした</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Read again what failed</source>
        <translation>失敗したファイルを再読み込み</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>すべて再読み込み</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>ここで読む</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>コレクションの名前を変更</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Renew the index</source>
        <translation>インデックスを再作成</translation>
    </message>
    <message>
        <source>Search your documents</source>
        <translation>文書を検索</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Take out a folder</source>
        <translation>フォルダーを外す</translation>
    </message>
    <message>
        <source>Take out “{0}”?</source>
        <translation>「{0}」を外しますか？</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>テキスト…</translation>
    </message>
    <message>
        <source>The document is longer than Hearth reads; its end is not searched.</source>
        <translation>文書が Hearth の読み込める長さを超えているため、末尾は検索されません。</translation>
    </message>
    <message numerus="yes">
        <source>The words of %n pages were recognised from pictures; a few may be wrong.</source>
        <translation>
            <numerusform>%n ページの文字を画像から認識しました。一部に誤りがあるかもしれません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>also in {0}</source>
        <translation>{0} にも同じテキスト</translation>
    </message>
    <message>
        <source>cut short: too long</source>
        <translation>長すぎるため途中まで</translation>
    </message>
    <message numerus="yes">
        <source>hidden text left out (%n characters)</source>
        <translation>
            <numerusform>隠しテキストを除外（%n 文字）</numerusform>
        </translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>意味</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>{0} ページ</translation>
    </message>
    <message>
        <source>part {0}</source>
        <translation>パート {0}</translation>
    </message>
    <message>
        <source>slide {0}</source>
        <translation>スライド {0}</translation>
    </message>
    <message>
        <source>words</source>
        <translation>語句</translation>
    </message>
    <message>
        <source>words and meaning</source>
        <translation>語句と意味</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>マイクの入力レベル</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>無音</translation>
    </message>
    <message>
        <source>Sound comes in</source>
        <translation>音が入っています</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>大きすぎます</translation>
    </message>
</context>
<context>
    <name>LevelView</name>
    <message>
        <source>Microphone level</source>
        <translation>マイクの入力レベル</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Exported to “{0}”.</source>
        <translation>「{0}」にエクスポートしました。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Saved as you type</source>
        <translation>入力と同時に保存されます</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>保存されていない内容があります</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message numerus="yes">
        <source>%n brought back.</source>
        <translation>
            <numerusform>%n 件を元に戻しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported.</source>
        <translation>
            <numerusform>%n 件をインポートしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>すべてエクスポート…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上に移動</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下に移動</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>What has been understood</source>
        <translation>認識した内容</translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピー済み</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>It has not written anything yet.</source>
        <translation>まだ何も書き込まれていません。</translation>
    </message>
    <message>
        <source>It stays on this computer and names models and settings, but no questions or answers.</source>
        <translation>このログはこのコンピューターの中にとどまります。モデルや設定の名前は含まれますが、質問や回答は含まれません。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Log of Hearth’s own Ollama</source>
        <translation>Hearth 専用の Ollama のログ</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>LoudspeakerTest</name>
    <message>
        <source>Look again</source>
        <translation>もう一度探す</translation>
    </message>
    <message>
        <source>Play a tone</source>
        <translation>音を再生</translation>
    </message>
    <message>
        <source>Say a sentence</source>
        <translation>文を読み上げ</translation>
    </message>
    <message>
        <source>Show voices</source>
        <translation>声を表示</translation>
    </message>
</context>
<context>
    <name>MacosBackend</name>
    <message>
        <source>macOS cannot watch the key “{0}”.</source>
        <translation>macOS ではキー「{0}」を監視できません。</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>別の組み合わせを選んでください。</translation>
    </message>
    <message>
        <source>macOS does not let Hearth hear keys yet.</source>
        <translation>macOS が Hearth によるキーの検出をまだ許可していません。</translation>
    </message>
    <message>
        <source>Open System Settings › Privacy &amp; Security › Accessibility, switch Hearth on, and try again.</source>
        <translation>「システム設定」›「プライバシーとセキュリティ」›「アクセシビリティ」を開き、Hearth をオンにしてから、もう一度試してください。</translation>
    </message>
</context>
<context>
    <name>MeaningLine</name>
    <message>
        <source>A multilingual model can be chosen in the settings.</source>
        <translation>多言語対応のモデルは設定で選べます。</translation>
    </message>
    <message>
        <source>How documents are found</source>
        <translation>文書の検索方法</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>MeaningWords</name>
    <message>
        <source>A new index is being made, {0} passages so far; the old one answers until then.</source>
        <translation>新しいインデックスを作成しています（現在 {0} 箇所）。完成するまでは、これまでのインデックスを使います。</translation>
    </message>
    <message>
        <source>Chroma</source>
        <translation>Chroma</translation>
    </message>
    <message>
        <source>Chroma server</source>
        <translation>Chroma サーバー</translation>
    </message>
    <message>
        <source>Index: {0}, {1} of {2} passages so far.</source>
        <translation>インデックス: {0}、{2} 箇所のうち {1} 箇所まで作成済み。</translation>
    </message>
    <message>
        <source>Index: {0}, {1} passages.</source>
        <translation>インデックス: {0}、{1} 箇所。</translation>
    </message>
    <message>
        <source>Meanings are being prepared, {0} passages so far.</source>
        <translation>意味検索を準備しています（現在 {0} 箇所）。</translation>
    </message>
    <message>
        <source>Meanings are found with {0}.</source>
        <translation>意味検索には {0} を使います。</translation>
    </message>
    <message>
        <source>The built-in model finds meanings in English; texts in other languages are found by their words.</source>
        <translation>組み込みモデルが意味で検索できるのは英語です。ほかの言語のテキストは語句で検索します。</translation>
    </message>
    <message>
        <source>The model of meanings does not answer: files are found by their words only.</source>
        <translation>意味検索モデルが応答しないため、ファイルは語句のみで検索します。</translation>
    </message>
    <message>
        <source>exact comparison</source>
        <translation>厳密な比較</translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>For a month</source>
        <translation>1 か月</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>1 週間</translation>
    </message>
    <message>
        <source>For a year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>For half a year</source>
        <translation>半年</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>記憶を削除</translation>
    </message>
    <message>
        <source>How long it is remembered</source>
        <translation>記憶する期間</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>記憶する</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>好み</translation>
    </message>
    <message>
        <source>Remember this?</source>
        <translation>これを記憶しますか？</translation>
    </message>
    <message>
        <source>Show the chat</source>
        <translation>チャットを表示</translation>
    </message>
    <message>
        <source>Use it in every answer</source>
        <translation>すべての回答に使う</translation>
    </message>
    <message>
        <source>Use it only where it matters</source>
        <translation>関係するときだけ使う</translation>
    </message>
    <message>
        <source>What is remembered</source>
        <translation>記憶する内容</translation>
    </message>
    <message>
        <source>Word it otherwise</source>
        <translation>表現を変更</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n 件見つかりました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memories</source>
        <translation>
            <numerusform>記憶 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for your answer</source>
        <translation>
            <numerusform>確認待ち %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>After an answer Hearth proposes what it noticed. Only what you keep is remembered.</source>
        <translation>回答の後に、気付いたことを Hearth が提案します。記憶されるのは、承認したものだけです。</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Expired on {0}, no longer used</source>
        <translation>{0} に期限切れ（使用されません）</translation>
    </message>
    <message numerus="yes">
        <source>Forget all %n memories?</source>
        <translation>
            <numerusform>%n 件の記憶をすべて削除しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>すべて削除</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>すべて削除…</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>削除しました。</translation>
    </message>
    <message>
        <source>From a chat on {0}</source>
        <translation>{0} のチャットから</translation>
    </message>
    <message>
        <source>Hearth learns nothing from chats. What you write here is remembered all the same.</source>
        <translation>Hearth がチャットから学ぶことはありません。ここに書いたことは記憶されます。</translation>
    </message>
    <message>
        <source>Hearth notices nothing. What is in the list is still used.</source>
        <translation>Hearth が新たに学ぶことはありません。一覧にある記憶は引き続き使われます。</translation>
    </message>
    <message>
        <source>Learn from chats</source>
        <translation>チャットから学ぶ</translation>
    </message>
    <message>
        <source>Means something near</source>
        <translation>意味が近い記憶</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>No memory holds these words.</source>
        <translation>この語句を含む記憶はありません。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Nothing is remembered yet</source>
        <translation>記憶はまだありません</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>記憶する</translation>
    </message>
    <message>
        <source>Remember it again</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Remembered.</source>
        <translation>記憶しました。</translation>
    </message>
    <message>
        <source>Search memories</source>
        <translation>記憶を検索</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>さらに表示</translation>
    </message>
    <message>
        <source>Something to remember</source>
        <translation>記憶させたいこと</translation>
    </message>
    <message>
        <source>Tell Hearth something to remember, such as “I am allergic to nuts.”</source>
        <translation>記憶させたいことを入力（例:「ナッツアレルギーがあります」）</translation>
    </message>
    <message>
        <source>This cannot be undone. The chats in which they were learnt stay, and still hold the words.</source>
        <translation>この操作は元に戻せません。記憶のもとになったチャットは残り、その内容も消えません。</translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation>{0} まで</translation>
    </message>
    <message numerus="yes">
        <source>Used in %n answers</source>
        <translation>
            <numerusform>%n 件の回答で使用</numerusform>
        </translation>
    </message>
    <message>
        <source>What Hearth learns about you</source>
        <translation>Hearth が学ぶ自分についての情報</translation>
    </message>
    <message>
        <source>What Hearth notices is kept at once, and you are told.</source>
        <translation>Hearth が気付いたことはすぐに記憶され、そのつど通知されます。</translation>
    </message>
    <message>
        <source>What you mention about yourself in a chat will be kept, and listed here.</source>
        <translation>チャットで自分について話したことが記憶され、ここに表示されます。</translation>
    </message>
    <message>
        <source>What you tell Hearth about yourself can be remembered for later chats. Nothing is learnt from documents or private chats, and nothing leaves this profile.</source>
        <translation>自分について Hearth に伝えたことを、今後のチャットのために記憶できます。文書やプライベートチャットから学ぶことはなく、何もこのプロファイルの外に出ません。</translation>
    </message>
    <message>
        <source>When you mention something about yourself in a chat, Hearth asks whether to remember it. You can also write it here.</source>
        <translation>チャットで自分について話すと、Hearth が記憶してよいか確認します。ここに直接書くこともできます。</translation>
    </message>
    <message>
        <source>You wrote it on {0}</source>
        <translation>{0} に入力</translation>
    </message>
    <message>
        <source>last on {0}</source>
        <translation>最終 {0}</translation>
    </message>
</context>
<context>
    <name>MemoryProposals</name>
    <message>
        <source>Forget it</source>
        <translation>記憶を削除</translation>
    </message>
    <message>
        <source>Remember this? {0}</source>
        <translation>これを記憶しますか？ {0}</translation>
    </message>
    <message>
        <source>Remembered: “{0}”</source>
        <translation>記憶しました:「{0}」</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown としてコピー</translation>
    </message>
    <message>
        <source>Change this note</source>
        <translation>このメモを変更</translation>
    </message>
    <message>
        <source>Ask a model about this</source>
        <translation>これについてモデルに質問</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>このメモを削除</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>編集して再送信</translation>
    </message>
    <message>
        <source>How this answer was made</source>
        <translation>この回答ができるまで</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>読み上げを停止</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>再回答</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>読み上げる</translation>
    </message>
    <message>
        <source>Show versions side by side</source>
        <translation>各バージョンを並べて表示</translation>
    </message>
    <message>
        <source>Continue in a new chat</source>
        <translation>新規チャットで続ける</translation>
    </message>
    <message>
        <source>Delete from here</source>
        <translation>ここから先を削除</translation>
    </message>
</context>
<context>
    <name>MessageDeeds</name>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>回答を作成中です。先に停止するか、お待ちください。</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>モデルを表示</translation>
    </message>
    <message>
        <source>{0} (copy)</source>
        <translation>{0}（コピー）</translation>
    </message>
    <message>
        <source>Deleted, with everything below it.</source>
        <translation>このメッセージと、それより後のすべてを削除しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Show more (%1 characters are not shown)</source>
        <translation>さらに表示（%1 文字が非表示）</translation>
    </message>
    <message>
        <source>Copy the whole message (%1 characters are not shown)</source>
        <translation>メッセージ全体をコピー（%1 文字が非表示）</translation>
    </message>
    <message>
        <source>Unsupported citations: {0}.</source>
        <translation>根拠のない引用: {0}。</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>この回答は途中で停止されました。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>From %n files of yours.</source>
        <translation>
            <numerusform>%n 個のファイルに基づく回答です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Heard up to here: “…{0}”</source>
        <translation>ここまで再生: 「…{0}」</translation>
    </message>
    <message>
        <source>Not heard to its end.</source>
        <translation>最後まで再生されていません。</translation>
    </message>
    <message>
        <source>The answer failed: %1</source>
        <translation>回答に失敗しました: %1</translation>
    </message>
    <message>
        <source>The answer was stopped.</source>
        <translation>回答を停止しました。</translation>
    </message>
    <message>
        <source>Your documents</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>with words of your documents</source>
        <translation>文書の内容を含む</translation>
    </message>
    <message>
        <source>The answer is finished.</source>
        <translation>回答が完了しました。</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>自分の発言</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 の回答</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失敗: %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>Still writing.</source>
        <translation>作成中です。</translation>
    </message>
</context>
<context>
    <name>MicrophoneButton</name>
    <message>
        <source>Listening. Press to send</source>
        <translation>聞いています。押すと送信します</translation>
    </message>
    <message>
        <source>Talk: hold, or press to begin</source>
        <translation>話す: 押し続けるか、押して開始</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Look again</source>
        <translation>もう一度探す</translation>
    </message>
    <message>
        <source>Speak as you usually do: the lights should reach the last third.</source>
        <translation>普段どおりに話してください。ランプが最後の 3 分の 1 まで届けば適切です。</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>テストを停止</translation>
    </message>
    <message>
        <source>Test the microphone</source>
        <translation>マイクをテスト</translation>
    </message>
    <message>
        <source>The microphone is open.</source>
        <translation>マイクがオンです。</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>大きすぎます</translation>
    </message>
</context>
<context>
    <name>ModelDeeds</name>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>「{0}」を削除しますか？</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Only its entry goes; it runs on somebody else’s computer.</source>
        <translation>一覧から消えるだけです。モデルは他者のコンピューターで動いています。</translation>
    </message>
    <message>
        <source>{0} become free. You can download it again at any time.</source>
        <translation>{0} の空きができます。いつでもダウンロードし直せます。</translation>
    </message>
    <message>
        <source>{0}-mine</source>
        <translation>{0}-mine</translation>
    </message>
</context>
<context>
    <name>ModelDetail</name>
    <message>
        <source>Abilities</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更日</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>チェックサム</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>詳細を閉じる</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Download ({0})</source>
        <translation>ダウンロード（{0}）</translation>
    </message>
    <message>
        <source>Download {0}</source>
        <translation>{0} をダウンロード</translation>
    </message>
    <message>
        <source>Downloaded from</source>
        <translation>ダウンロード元</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>ファミリー</translation>
    </message>
    <message>
        <source>Hearth downloads {0} ({1}) from {2}, and opens connections to no others.</source>
        <translation>Hearth が {0}（{1}）を {2} からダウンロードします。ほかへの接続は開きません。</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>回答のしかた</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>メモリ内</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>ライセンス条文</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>試聴</translation>
    </message>
    <message>
        <source>Load now</source>
        <translation>今すぐ読み込む</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Make a variant…</source>
        <translation>派生モデルを作成…</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>Ollama downloads {0} ({1}) from {2}.</source>
        <translation>Ollama が {0}（{1}）を {2} からダウンロードします。</translation>
    </message>
    <message>
        <source>Ollama’s name</source>
        <translation>Ollama での名前</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>量子化</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>システムプロンプト</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>メモリから解放</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>新規チャットで使用</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>約 {0}</translation>
    </message>
    <message>
        <source>an unknown amount</source>
        <translation>サイズ不明</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>fills gaps in code</source>
        <translation>コードの補完</translation>
    </message>
    <message>
        <source>finds by meaning</source>
        <translation>意味による検索</translation>
    </message>
    <message>
        <source>no</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>画像の認識</translation>
    </message>
    <message>
        <source>thinks before it answers</source>
        <translation>回答前の思考</translation>
    </message>
    <message>
        <source>uses tools</source>
        <translation>ツールの使用</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>yes, {0} of it on the graphics card</source>
        <translation>あり、うち {0} はグラフィックカード上</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} トークン</translation>
    </message>
</context>
<context>
    <name>ModelOrder</name>
    <message>
        <source>Add a model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation>{0} を上に移動</translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation>{0} を下に移動</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} を削除</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>モデル: %1</translation>
    </message>
</context>
<context>
    <name>ModelPopup</name>
    <message>
        <source>runs on another computer</source>
        <translation>別のコンピューターで動作</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>読み込み済み</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>インストール済み</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未インストール</translation>
    </message>
    <message>
        <source>server not running</source>
        <translation>サーバー停止中</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>モデルを探し直す</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models with a cloud run on somebody else’s computer.</source>
        <translation>雲のマークのモデルは、他者のコンピューターで動作します。</translation>
    </message>
    <message>
        <source>No model server answers</source>
        <translation>応答するモデルサーバーがありません</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>No installed model is called like that.</source>
        <translation>その名前のモデルはインストールされていません。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Install one in a terminal, for example with “ollama pull llama3.2:3b”.</source>
        <translation>ターミナルでインストールしてください。例: “ollama pull llama3.2:3b”</translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation>モデルがインストールされていません</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度探す</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>画像の認識</translation>
    </message>
    <message>
        <source>uses tools</source>
        <translation>ツールの使用</translation>
    </message>
    <message>
        <source>thinks</source>
        <translation>思考</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>many languages</source>
        <translation>多くの言語</translation>
    </message>
    <message>
        <source>Answers, writes and explains in chats.</source>
        <translation>チャットで回答、執筆、説明をします。</translation>
    </message>
    <message>
        <source>Turns what you say into text.</source>
        <translation>話した内容をテキストにします。</translation>
    </message>
    <message>
        <source>Reads answers aloud.</source>
        <translation>回答を読み上げます。</translation>
    </message>
    <message>
        <source>Finds passages by their meaning.</source>
        <translation>意味の近い文章を探します。</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>おすすめ</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>余裕なし</translation>
    </message>
    <message>
        <source>Too large for this computer</source>
        <translation>このコンピューターには大きすぎます</translation>
    </message>
    <message>
        <source>Not enough disk space</source>
        <translation>ディスクの空き容量不足</translation>
    </message>
    <message>
        <source>The best choice for this computer.</source>
        <translation>このコンピューターに最適です。</translation>
    </message>
    <message>
        <source>Fits this computer comfortably.</source>
        <translation>このコンピューターで余裕をもって動作します。</translation>
    </message>
    <message>
        <source>Fits this computer, but leaves little room for anything else.</source>
        <translation>このコンピューターで動作しますが、ほかに使える余裕はほとんど残りません。</translation>
    </message>
    <message>
        <source>Needs more memory than this computer has.</source>
        <translation>このコンピューターにあるより多くのメモリが必要です。</translation>
    </message>
    <message>
        <source>Needs more disk space than is free.</source>
        <translation>空き容量より多くのディスク容量が必要です。</translation>
    </message>
    <message>
        <source>Checked by Ollama against its registry</source>
        <translation>Ollama が自身のレジストリと照合します</translation>
    </message>
    <message>
        <source>Known to Hearth; every byte is checked against it</source>
        <translation>Hearth が把握しており、すべてのバイトを照合します</translation>
    </message>
    <message numerus="yes">
        <source>Known for %n files; for the others the host’s own is used</source>
        <translation>
            <numerusform>%n 個のファイルは把握済み、ほかは配布元のものを使用します</numerusform>
        </translation>
    </message>
    <message>
        <source>Not published beforehand; the host’s own is used</source>
        <translation>事前に公開されていないため、配布元のものを使用します</translation>
    </message>
    <message>
        <source>runs on somebody else’s computer</source>
        <translation>他者のコンピューターで動作</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0}、ほか %n 言語</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>メモリ {0}</translation>
    </message>
    <message>
        <source>New chats</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>クラウド</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>読み込み済み</translation>
    </message>
</context>
<context>
    <name>ModelfileDialog</name>
    <message>
        <source>A Modelfile says on which model to build, what to tell it first, and how it answers.</source>
        <translation>Modelfile には、元にするモデル、最初に伝える内容、回答のしかたを記述します。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Create a model from a Modelfile</source>
        <translation>Modelfile からモデルを作成</translation>
    </message>
    <message>
        <source>Letters, digits and - _ . only; a colon before a variant</source>
        <translation>英数字と - _ . のみ。派生名の前にはコロンを付けます</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>my-model</source>
        <translation>my-model</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add another model…</source>
        <translation>別のモデルを追加…</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>すべての言語</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>入手可能</translation>
    </message>
    <message>
        <source>Create from a Modelfile…</source>
        <translation>Modelfile から作成…</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>埋め込み</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>インストール済み</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Language that the model should know</source>
        <translation>モデルが対応する言語</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>New chats use {0}.</source>
        <translation>新規チャットでは {0} を使います。</translation>
    </message>
    <message>
        <source>No model matches</source>
        <translation>一致するモデルはありません</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>まだ何もありません</translation>
    </message>
    <message>
        <source>Ollama does not answer, so its models are missing here. Files and the catalogue are shown.</source>
        <translation>Ollama が応答しないため、そのモデルは表示されません。ファイルとカタログのみを表示しています。</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>音声認識</translation>
    </message>
    <message>
        <source>Try another word or language.</source>
        <translation>別の言葉や言語で試してください。</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>音声合成</translation>
    </message>
    <message>
        <source>{0} is ready.</source>
        <translation>{0} の準備ができました。</translation>
    </message>
</context>
<context>
    <name>NameQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Hearth connects to this computer only. Anything else needs a door that you open here, for one computer and one purpose.</source>
        <translation>Hearth が接続するのはこのコンピューターだけです。それ以外に接続するには、相手と目的を 1 つずつ決めて、ここで扉を開く必要があります。</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>開いている扉はありません</translation>
    </message>
    <message>
        <source>Nothing that you write can leave this computer.</source>
        <translation>書いたものがこのコンピューターから出ることはありません。</translation>
    </message>
    <message>
        <source>Open a door</source>
        <translation>扉を開く</translation>
    </message>
    <message>
        <source>Refused connections</source>
        <translation>拒否した接続</translation>
    </message>
    <message>
        <source>Nothing was refused since Hearth was started.</source>
        <translation>Hearth の起動後、拒否した接続はありません。</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>（%n 回）</numerusform>
        </translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>名前またはアドレス</translation>
    </message>
    <message>
        <source>Name or address of the computer</source>
        <translation>コンピューターの名前またはアドレス</translation>
    </message>
    <message>
        <source>any port</source>
        <translation>すべてのポート</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open since {0}</source>
        <translation>{0} から開いています</translation>
    </message>
    <message>
        <source>, until {0}</source>
        <translation>、{0} まで</translation>
    </message>
    <message>
        <source>No purpose was given.</source>
        <translation>目的は指定されていません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close the door to {0}</source>
        <translation>{0} への扉を閉じる</translation>
    </message>
    <message>
        <source>{0}  A connection to {1}, port {2}: no door to it is open.</source>
        <translation>{0}  {1}（ポート {2}）への接続: 扉が開いていません。</translation>
    </message>
    <message>
        <source>{0}  Looking up the name {1}: no door to it is open.</source>
        <translation>{0}  名前 {1} の検索: 扉が開いていません。</translation>
    </message>
</context>
<context>
    <name>NoBackend</name>
    <message>
        <source>Keys cannot be watched on this screen.</source>
        <translation>この画面ではキーを監視できません。</translation>
    </message>
    <message>
        <source>Make a shortcut in your desktop’s settings that runs the command shown here.</source>
        <translation>デスクトップの設定で、ここに表示されているコマンドを実行するショートカットを作成してください。</translation>
    </message>
</context>
<context>
    <name>NoModelCard</name>
    <message>
        <source>Set up…</source>
        <translation>セットアップ…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新規メモ</translation>
    </message>
    <message>
        <source>Hearth has no model to ask yet: Ollama is not installed.</source>
        <translation>質問できるモデルがまだありません。Ollama がインストールされていません。</translation>
    </message>
    <message>
        <source>Set it up in a few steps. Hearth downloads it only after you have agreed.</source>
        <translation>数ステップでセットアップできます。Hearth は同意を得てからダウンロードします。</translation>
    </message>
    <message>
        <source>Until then Hearth quotes your documents when you ask. You can search your chats and keep notes.</source>
        <translation>それまでは、質問すると Hearth が文書から引用して示します。チャットの検索とメモもできます。</translation>
    </message>
    <message>
        <source>Ollama is installed, but it is not running.</source>
        <translation>Ollama はインストールされていますが、起動していません。</translation>
    </message>
    <message>
        <source>Start it, or let the set-up do that. Hearth notices by itself when it is there.</source>
        <translation>起動するか、セットアップで起動してください。起動すると Hearth が自動的に検出します。</translation>
    </message>
    <message>
        <source>The model server at {0} cannot be reached.</source>
        <translation>{0} のモデルサーバーに接続できません。</translation>
    </message>
    <message>
        <source>Check that it runs there and that the address is right, or set up another one.</source>
        <translation>サーバーが動作していることとアドレスが正しいことを確認するか、別のサーバーを設定してください。</translation>
    </message>
    <message>
        <source>No language model is installed yet.</source>
        <translation>言語モデルがまだインストールされていません。</translation>
    </message>
    <message>
        <source>The set-up advises models that fit this computer.</source>
        <translation>セットアップで、このコンピューターに適したモデルを提案します。</translation>
    </message>
    <message>
        <source>The model “{0}” is not installed.</source>
        <translation>モデル「{0}」はインストールされていません。</translation>
    </message>
    <message>
        <source>Install it, or choose another model below.</source>
        <translation>インストールするか、下で別のモデルを選んでください。</translation>
    </message>
</context>
<context>
    <name>NoteDesk</name>
    <message>
        <source>Note deleted.</source>
        <translation>メモを削除しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Nothing of a private chat is kept, so it cannot become a note.</source>
        <translation>プライベートチャットの内容は保存されないため、メモにはできません。</translation>
    </message>
    <message>
        <source>Kept as a note.</source>
        <translation>メモとして保存しました。</translation>
    </message>
</context>
<context>
    <name>NoteTaking</name>
    <message>
        <source>Voice note</source>
        <translation>音声メモ</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Hearth has something for you</source>
        <translation>Hearth からのお知らせ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>OllamaCard</name>
    <message>
        <source>Check for a newer version</source>
        <translation>新しいバージョンを確認</translation>
    </message>
    <message>
        <source>First steps…</source>
        <translation>はじめに…</translation>
    </message>
    <message>
        <source>From {0}, only when you press the button; every byte is checked.</source>
        <translation>{0} からダウンロードします。ボタンを押したときだけ接続し、すべてのバイトを検証します。</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama</source>
        <translation>Hearth 専用の Ollama</translation>
    </message>
    <message>
        <source>Install (about {0})</source>
        <translation>インストール（約 {0}）</translation>
    </message>
    <message>
        <source>Installed, version {0}. Chats use another server.</source>
        <translation>インストール済み、バージョン {0}。チャットは別のサーバーを使っています。</translation>
    </message>
    <message>
        <source>Installed, version {0}. It is not running.</source>
        <translation>インストール済み、バージョン {0}。起動していません。</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>インストール…</translation>
    </message>
    <message>
        <source>It could not be started. The log says more.</source>
        <translation>起動できませんでした。詳しくはログを確認してください。</translation>
    </message>
    <message>
        <source>It ended unexpectedly and is being started again…</source>
        <translation>予期せず終了したため、再起動しています…</translation>
    </message>
    <message>
        <source>Not installed, and not needed: Ollama {0} answers at {1}.</source>
        <translation>インストールされていませんが、必要ありません。Ollama {0} が {1} で応答しています。</translation>
    </message>
    <message>
        <source>Not installed. Ollama is a free program that runs language models on this computer; Hearth can keep one of its own, started and ended with it.</source>
        <translation>インストールされていません。Ollama は、このコンピューターで言語モデルを動かす無料のソフトウェアです。Hearth は専用の Ollama を持ち、Hearth と一緒に起動・終了させることができます。</translation>
    </message>
    <message>
        <source>Not installed. There is another Ollama on this computer, but it is not running.</source>
        <translation>インストールされていません。このコンピューターには別の Ollama がありますが、起動していません。</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Running, version {0}, at {1}. Closed to everybody but Hearth.</source>
        <translation>バージョン {0} が {1} で動作中です。Hearth 以外からは利用できません。</translation>
    </message>
    <message>
        <source>Servers…</source>
        <translation>サーバー…</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>ログを表示</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>起動中…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Update to {0} ({1})</source>
        <translation>{0} に更新（{1}）</translation>
    </message>
</context>
<context>
    <name>OpenMark</name>
    <message>
        <source>The microphone is open.</source>
        <translation>マイクがオンです。</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page of the document</source>
        <translation>文書のページ</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message>
        <source>Text of the document</source>
        <translation>文書のテキスト</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find anything</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Find actions, chats, settings…</source>
        <translation>操作、チャット、設定を検索…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>Nothing is called like that</source>
        <translation>一致する名前はありません</translation>
    </message>
    <message>
        <source>Try fewer letters or other words.</source>
        <translation>文字を減らすか、別の言葉で試してください。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>In your chats</source>
        <translation>チャットの内容</translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n 件の結果</numerusform>
        </translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Answer with this model</source>
        <translation>このモデルで回答</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>as usual</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>A number from {0} to {1}, or nothing.</source>
        <translation>{0}〜{1} の数値、または空欄。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0 is strict, 1 lively, 2 wild</source>
        <translation>0 で厳密、1 で表情豊か、2 で奔放</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>Tokens that the model sees at once</source>
        <translation>モデルが一度に見るトークン数</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>回答の最大長</translation>
    </message>
    <message>
        <source>In tokens</source>
        <translation>トークン数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The same number makes answers repeatable</source>
        <translation>同じ数値なら、同じ回答を再現できます</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Share of likely words to choose from</source>
        <translation>選択肢に含める語の確率の割合</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>Number of likely words to choose from</source>
        <translation>選択肢に含める語の数</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>繰り返しペナルティ</translation>
    </message>
    <message>
        <source>Above 1 avoids repeating words</source>
        <translation>1 より大きいと語の繰り返しを避けます</translation>
    </message>
    <message>
        <source>Keep loaded</source>
        <translation>読み込みの維持</translation>
    </message>
    <message>
        <source>Minutes in memory after use</source>
        <translation>使用後にメモリに置いておく分数</translation>
    </message>
</context>
<context>
    <name>ParametersSection</name>
    <message>
        <source>Empty fields leave it to your settings and to the model. A persona’s own values come first.</source>
        <translation>空欄の項目は、設定とモデルに任されます。ペルソナ自身の値が最優先です。</translation>
    </message>
    <message>
        <source>Forget all values that you set for this model</source>
        <translation>このモデルに設定したすべての値を破棄</translation>
    </message>
    <message>
        <source>Keep these values for this model</source>
        <translation>このモデルの値として保存</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>まだ保存されていません。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved. It holds from the next answer on.</source>
        <translation>保存しました。次の回答から有効です。</translation>
    </message>
</context>
<context>
    <name>PassageCard</name>
    <message>
        <source>Found by its meaning. Opens with a click or Enter.</source>
        <translation>意味で見つかりました。クリックまたは Enter で開きます。</translation>
    </message>
    <message>
        <source>Found by its words and its meaning. Opens with a click or Enter.</source>
        <translation>語句と意味で見つかりました。クリックまたは Enter で開きます。</translation>
    </message>
    <message>
        <source>Found by its words. Opens with a click or Enter.</source>
        <translation>語句で見つかりました。クリックまたは Enter で開きます。</translation>
    </message>
    <message>
        <source>Opens with a click or Enter.</source>
        <translation>クリックまたは Enter キーで開きます。</translation>
    </message>
    <message>
        <source>The model was given no passage with this number. Nothing in your documents stands for this.</source>
        <translation>この番号の箇所はモデルに渡されていません。文書の中に、これを裏付けるものはありません。</translation>
    </message>
    <message>
        <source>This passage was forgotten, or its file was changed since.</source>
        <translation>この箇所は登録が解除されたか、その後ファイルが変更されました。</translation>
    </message>
    <message>
        <source>{0}: not supported</source>
        <translation>{0}: 根拠なし</translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>Back to the passage</source>
        <translation>該当箇所に戻る</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Open the file…</source>
        <translation>ファイルを開く…</translation>
    </message>
    <message>
        <source>Open this file in another program?</source>
        <translation>このファイルを別のプログラムで開きますか？</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>{0} / {1} ページ</translation>
    </message>
    <message>
        <source>Part {0} of {1}</source>
        <translation>{0} / {1} パート</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>該当箇所</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーに表示</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>表示形式</translation>
    </message>
    <message>
        <source>Slide {0} of {1}</source>
        <translation>{0} / {1} スライド</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>The file has changed since it was read. This is the text as it was read then.</source>
        <translation>ファイルは読み込み後に変更されています。表示しているのは、読み込んだときのテキストです。</translation>
    </message>
    <message>
        <source>The file is no longer where it was. This is the text as it was read then.</source>
        <translation>ファイルが元の場所にありません。表示しているのは、読み込んだときのテキストです。</translation>
    </message>
    <message>
        <source>This document is no longer in Hearth. This is the passage as the answer kept it.</source>
        <translation>この文書はもう Hearth にありません。表示しているのは、回答とともに保存された箇所です。</translation>
    </message>
    <message>
        <source>{0}

The other program may load what the file refers to from the internet.</source>
        <translation>{0}

開いたプログラムが、ファイルの参照先をインターネットから読み込むことがあります。</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Present passphrase</source>
        <translation>現在のパスフレーズ</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新しいパスフレーズ</translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation>新しいパスフレーズ（もう一度）</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>2 つのパスフレーズが一致しません。</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock がオンです。</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>入力内容を隠す</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>入力内容を表示</translation>
    </message>
    <message>
        <source>Four or five unrelated words are easy to keep and hard to guess.</source>
        <translation>互いに関係のない 4〜5 個の単語は、覚えやすく推測されにくいパスフレーズになります。</translation>
    </message>
    <message>
        <source>Very easy to guess</source>
        <translation>非常に推測されやすい</translation>
    </message>
    <message>
        <source>Easy to guess</source>
        <translation>推測されやすい</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>改善の余地あり</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Very hard to guess</source>
        <translation>非常に推測されにくい</translation>
    </message>
</context>
<context>
    <name>PastedText</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add a text</source>
        <translation>テキストを追加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Paste or type the text</source>
        <translation>テキストを貼り付けるか入力</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
</context>
<context>
    <name>PersonaEditor</name>
    <message>
        <source>The model of the chat</source>
        <translation>チャットのモデル</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0}（未インストール）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>One line, shown where you choose who answers.</source>
        <translation>回答者を選ぶときに表示される 1 行の説明。</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指示</translation>
    </message>
    <message>
        <source>What the model is told before every chat with this persona, after your own instructions.</source>
        <translation>このペルソナとのチャットのたびに、自分で設定した指示に続けてモデルに伝える内容。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Answers in new chats with this persona, unless you choose another one there.</source>
        <translation>このペルソナでの新規チャットに回答します。チャットで別のモデルを選ぶこともできます。</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>あいさつ</translation>
    </message>
    <message>
        <source>Shown in an empty chat.</source>
        <translation>空のチャットに表示されます。</translation>
    </message>
    <message>
        <source>Starters</source>
        <translation>会話のきっかけ</translation>
    </message>
    <message>
        <source>Ways to begin, one in each line. They are offered in an empty chat.</source>
        <translation>会話の始め方を 1 行に 1 つずつ書きます。空のチャットに表示されます。</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>回答のしかた</translation>
    </message>
    <message>
        <source>An empty field leaves it to the model and to your settings.</source>
        <translation>空欄の項目は、モデルと設定に任されます。</translation>
    </message>
</context>
<context>
    <name>PersonaPicker</name>
    <message>
        <source>Persona: none</source>
        <translation>ペルソナ: なし</translation>
    </message>
    <message>
        <source>Choose a persona</source>
        <translation>ペルソナを選択</translation>
    </message>
    <message>
        <source>Persona: {0}</source>
        <translation>ペルソナ: {0}</translation>
    </message>
</context>
<context>
    <name>PersonaPopup</name>
    <message>
        <source>Choose a persona</source>
        <translation>ペルソナを選択</translation>
    </message>
    <message>
        <source>Search personas</source>
        <translation>ペルソナを検索</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Edit personas…</source>
        <translation>ペルソナを編集…</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>ペルソナなし</translation>
    </message>
    <message>
        <source>Plain answers, no particular role</source>
        <translation>特別な役割のない通常の回答</translation>
    </message>
</context>
<context>
    <name>PersonasPage</name>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>新規ペルソナ</translation>
    </message>
    <message>
        <source>Who answers: instructions, a model and a manner under one name. Choose one in any chat.</source>
        <translation>ペルソナは、指示、モデル、話し方を 1 つの名前にまとめた回答者です。どのチャットでも選べます。</translation>
    </message>
    <message>
        <source>Search personas</source>
        <translation>ペルソナを検索</translation>
    </message>
    <message>
        <source>No personas</source>
        <translation>ペルソナはありません</translation>
    </message>
    <message>
        <source>A persona remembers how you want to be answered, so that you say it once.</source>
        <translation>どのように答えてほしいかをペルソナが覚えるので、伝えるのは一度で済みます。</translation>
    </message>
    <message>
        <source>No persona is called like that.</source>
        <translation>その名前のペルソナはありません。</translation>
    </message>
    <message>
        <source>“{0}” was deleted. Its chats stay as they are.</source>
        <translation>「{0}」を削除しました。このペルソナのチャットはそのまま残ります。</translation>
    </message>
    <message>
        <source>Bring back the built-in personas</source>
        <translation>組み込みのペルソナを元に戻す</translation>
    </message>
    <message>
        <source>All built-in personas are here.</source>
        <translation>組み込みのペルソナはすべてそろっています。</translation>
    </message>
    <message>
        <source>Personas of Hearth (*.toml)</source>
        <translation>Hearth のペルソナ (*.toml)</translation>
    </message>
    <message>
        <source>personas.toml</source>
        <translation>personas.toml</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>プレーヤー</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>再生位置</translation>
    </message>
    <message>
        <source>Speed: {0}</source>
        <translation>速度: {0}</translation>
    </message>
</context>
<context>
    <name>PortalBackend</name>
    <message>
        <source>Your desktop is being asked for this key.</source>
        <translation>デスクトップにこのキーを要求しています。</translation>
    </message>
    <message>
        <source>Your desktop lets no program watch keys by itself.</source>
        <translation>このデスクトップでは、アプリが自分でキーを監視できません。</translation>
    </message>
    <message>
        <source>Make a shortcut in your desktop’s settings that runs the command shown here.</source>
        <translation>デスクトップの設定で、ここに表示されているコマンドを実行するショートカットを作成してください。</translation>
    </message>
    <message>
        <source>You did not allow this key when your desktop asked.</source>
        <translation>デスクトップの確認で、このキーが許可されませんでした。</translation>
    </message>
    <message>
        <source>Choose “Try again”, or make a shortcut in your desktop’s settings.</source>
        <translation>「もう一度試す」を選ぶか、デスクトップの設定でショートカットを作成してください。</translation>
    </message>
    <message>
        <source>Your desktop refused the key without a reason.</source>
        <translation>デスクトップが理由を示さずにキーを拒否しました。</translation>
    </message>
    <message>
        <source>Your desktop has given this no key.</source>
        <translation>デスクトップはこの操作にキーを割り当てていません。</translation>
    </message>
    <message>
        <source>Set one in your desktop’s settings, or choose another combination.</source>
        <translation>デスクトップの設定でキーを割り当てるか、別の組み合わせを選んでください。</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>An answer is ready</source>
        <translation>回答の準備ができました</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
    <message>
        <source>One encrypted file with everything. It opens with the secrets that this profile has today.</source>
        <translation>すべてを含む、暗号化された 1 つのファイルです。このプロファイルの現在の鍵で開けます。</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>バックアップ…</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>すべてのチャットをエクスポート</translation>
    </message>
    <message>
        <source>A readable file that is not encrypted. JSON keeps everything and can be imported again.</source>
        <translation>暗号化されていない、読める形のファイルです。JSON はすべてを含み、再びインポートできます。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Erase this profile</source>
        <translation>このプロファイルを消去</translation>
    </message>
    <message>
        <source>Its keys are destroyed first, so that nothing can bring it back, except backups you made yourself.</source>
        <translation>最初に鍵を破棄するため、手動で作成したバックアップ以外では元に戻せません。</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>消去…</translation>
    </message>
    <message numerus="yes">
        <source>%n chats exported.</source>
        <translation>
            <numerusform>%n 件のチャットをエクスポートしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Backed up and verified: {0}.</source>
        <translation>バックアップして検証しました: {0}</translation>
    </message>
</context>
<context>
    <name>ProfilePages</name>
    <message>
        <source>Documents</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Talk to Hearth</source>
        <translation>Hearth と話す</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>文字起こし</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>はじめに</translation>
    </message>
</context>
<context>
    <name>ProfilePicker</name>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
</context>
<context>
    <name>ProgramDesk</name>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove Hearth’s own Ollama?</source>
        <translation>Hearth 専用の Ollama を削除しますか？</translation>
    </message>
    <message>
        <source>The program is deleted. Its models stay, for when you install it again.</source>
        <translation>ソフトウェアは削除されます。モデルは、次にインストールするときのために残ります。</translation>
    </message>
    <message>
        <source>Version {0} is the newest.</source>
        <translation>バージョン {0} が最新です。</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Try it…</source>
        <translation>試す…</translation>
    </message>
    <message>
        <source>Offer it in an empty chat</source>
        <translation>空のチャットに表示</translation>
    </message>
    <message>
        <source>Offer it for selected text</source>
        <translation>選択したテキストに表示</translation>
    </message>
    <message>
        <source>Asks for: {0}</source>
        <translation>入力項目: {0}</translation>
    </message>
    <message>
        <source>Asks for nothing.</source>
        <translation>入力項目はありません。</translation>
    </message>
    <message>
        <source>{0} (filled by Hearth)</source>
        <translation>{0}（Hearth が入力）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>What you type in a chat to call it.</source>
        <translation>チャットで呼び出すときに入力する名前。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>One line, shown in lists.</source>
        <translation>一覧に表示される 1 行の説明。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>{{name}} asks for a text, {{name=Ada}} begins with one, {{tone|formal|friendly}} offers a choice. {{text}} is a longer text; {{clipboard}}, {{selection}} and {{date}} fill themselves.</source>
        <translation>{{name}} は文字の入力欄、{{name=Ada}} は初期値のある入力欄、{{tone|formal|friendly}} は選択肢になります。{{text}} は長めの文章で、{{clipboard}}、{{selection}}、{{date}} は自動的に入力されます。</translation>
    </message>
</context>
<context>
    <name>PromptForm</name>
    <message>
        <source>Enter goes on, Shift+Enter breaks a line, Esc goes back.</source>
        <translation>Enter で確定、Shift+Enter で改行、Esc で戻る。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>挿入</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選択肢</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>文体</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>重視する点</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>伝える内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>PromptsPage</name>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>offered in an empty chat</source>
        <translation>空のチャットに表示</translation>
    </message>
    <message>
        <source>offered for selected text</source>
        <translation>選択したテキストに表示</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>新規プロンプト</translation>
    </message>
    <message>
        <source>Use in a chat</source>
        <translation>チャットで使う</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Texts that you use again and again. Type “/” at the beginning of a message to call one.</source>
        <translation>繰り返し使う文章です。メッセージの先頭に “/” を入力すると呼び出せます。</translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation>プロンプトを検索</translation>
    </message>
    <message>
        <source>No prompts</source>
        <translation>プロンプトはありません</translation>
    </message>
    <message>
        <source>Keep what you often ask, with gaps for what changes, and call it by its name.</source>
        <translation>よく使う質問を、変わる部分を空けて登録しておくと、名前で呼び出せます。</translation>
    </message>
    <message>
        <source>No prompt is called like that.</source>
        <translation>その名前のプロンプトはありません。</translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation>「{0}」を削除しました。</translation>
    </message>
    <message>
        <source>Bring back the built-in prompts</source>
        <translation>組み込みのプロンプトを元に戻す</translation>
    </message>
    <message>
        <source>All built-in prompts are here.</source>
        <translation>組み込みのプロンプトはすべてそろっています。</translation>
    </message>
    <message>
        <source>Prompts of Hearth (*.toml)</source>
        <translation>Hearth のプロンプト (*.toml)</translation>
    </message>
    <message>
        <source>prompts.toml</source>
        <translation>prompts.toml</translation>
    </message>
</context>
<context>
    <name>ProposalBar</name>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>（ほか %n 件）</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>記憶する</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Remember this?</source>
        <translation>これを記憶しますか？</translation>
    </message>
    <message>
        <source>What is remembered</source>
        <translation>記憶する内容</translation>
    </message>
</context>
<context>
    <name>QuickBody</name>
    <message>
        <source>Hearth is locked</source>
        <translation>Hearth はロックされています</translation>
    </message>
    <message>
        <source>Unlock it, and ask here.</source>
        <translation>ロックを解除すると、ここで質問できます。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>回答をコピー</translation>
    </message>
    <message>
        <source>Replace clipboard</source>
        <translation>クリップボードを置き換え</translation>
    </message>
    <message>
        <source>Open in Hearth</source>
        <translation>Hearth で開く</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Ask about this text</source>
        <translation>このテキストについて質問</translation>
    </message>
    <message>
        <source>Ask on</source>
        <translation>続けて質問</translation>
    </message>
    <message>
        <source>Ask something privately</source>
        <translation>プライベートに質問</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>何でも質問できます</translation>
    </message>
    <message>
        <source>The text is long, so it is attached as a file. Type what to do with it.</source>
        <translation>テキストが長いため、ファイルとして添付しました。どうするかを入力してください。</translation>
    </message>
    <message>
        <source>Selected text</source>
        <translation>選択したテキスト</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>クリップボードから</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>回答を作成中です。先に停止するか、お待ちください。</translation>
    </message>
    <message>
        <source>Something else was copied since. It was left as it is.</source>
        <translation>その後に別のものがコピーされたため、クリップボードはそのままにしました。</translation>
    </message>
    <message>
        <source>The clipboard now holds the answer. Paste it where the text was.</source>
        <translation>回答をクリップボードに入れました。元のテキストの場所に貼り付けてください。</translation>
    </message>
    <message>
        <source>No model is installed yet.</source>
        <translation>モデルがまだインストールされていません。</translation>
    </message>
    <message>
        <source>Get one in Hearth under “Models”. It is downloaded once and then runs on this computer.</source>
        <translation>Hearth の「モデル」で入手してください。一度ダウンロードすれば、このコンピューターで動作します。</translation>
    </message>
</context>
<context>
    <name>QuickChat</name>
    <message>
        <source>Hearth quick chat</source>
        <translation>Hearth クイックチャット</translation>
    </message>
    <message>
        <source>Nothing is selected, and no text was copied. Just type your question.</source>
        <translation>何も選択されておらず、コピーされたテキストもありません。そのまま質問を入力してください。</translation>
    </message>
</context>
<context>
    <name>QuickHeader</name>
    <message>
        <source>Quick chat</source>
        <translation>クイックチャット</translation>
    </message>
    <message>
        <source>Private: keep nothing of this chat</source>
        <translation>プライベート: このチャットの内容を保存しない</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Private quick chat</source>
        <translation>プライベートなクイックチャット</translation>
    </message>
</context>
<context>
    <name>QuickSession</name>
    <message>
        <source>This could not be sent.</source>
        <translation>送信できませんでした。</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it first, or wait.</source>
        <translation>回答を作成中です。先に停止するか、お待ちください。</translation>
    </message>
</context>
<context>
    <name>ReadOnlyText</name>
    <message>
        <source>Copied</source>
        <translation>コピー済み</translation>
    </message>
    <message>
        <source>Copy “{0}”</source>
        <translation>「{0}」をコピー</translation>
    </message>
</context>
<context>
    <name>ReadingStrip</name>
    <message>
        <source>Continue</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Paused at {0}</source>
        <translation>{0} で一時停止中</translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation>読み込みの進行状況</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>読み込み中 {0}</translation>
    </message>
    <message>
        <source>Reading {0}: {1}</source>
        <translation>読み込み中 {0}: {1}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The model of meanings does not answer: what is read now is found by its words only.</source>
        <translation>意味検索モデルが応答しないため、今読み込んでいるファイルは語句のみで検索されます。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>RecognitionCard</name>
    <message>
        <source>Get a speech model</source>
        <translation>音声認識モデルを入手</translation>
    </message>
    <message>
        <source>Get more models</source>
        <translation>ほかのモデルを入手</translation>
    </message>
    <message>
        <source>How quick they are here</source>
        <translation>このコンピューターでの速さ</translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation>今すぐ計測</translation>
    </message>
    <message>
        <source>Measured {0}…</source>
        <translation>{0} を計測しました…</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>計測中…</translation>
    </message>
    <message>
        <source>There is no model for speech recognition on this computer yet.</source>
        <translation>このコンピューターには、まだ音声認識モデルがありません。</translation>
    </message>
    <message>
        <source>not measured yet · {0}</source>
        <translation>未計測 · {0}</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>too slow to be chosen by itself</source>
        <translation>遅いため自動では選ばれません</translation>
    </message>
    <message>
        <source>{0} s for a 3-second sentence on {1} · {2}</source>
        <translation>3 秒の文に {0} 秒（{1}）· {2}</translation>
    </message>
    <message>
        <source>“base” suits most computers; “small” makes fewer mistakes and is slower.</source>
        <translation>ほとんどのコンピューターには “base” が適しています。“small” は間違いが少ない代わりに遅くなります。</translation>
    </message>
</context>
<context>
    <name>RecordingOffer</name>
    <message>
        <source>Attach as it is</source>
        <translation>そのまま添付</translation>
    </message>
    <message>
        <source>Models read texts: written down, you can ask about what is said in it.</source>
        <translation>モデルが読めるのはテキストです。文字に起こせば、話されている内容について質問できます。</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Recovery key</source>
        <translation>復旧キー</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新しいパスフレーズ</translation>
    </message>
    <message>
        <source>Open and set the passphrase</source>
        <translation>開いてパスフレーズを設定</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>復旧キーを使う</translation>
    </message>
    <message>
        <source>It opens “{0}”. Then choose a new passphrase; the recovery key stays as it is.</source>
        <translation>復旧キーで「{0}」を開きます。その後、新しいパスフレーズを選んでください。復旧キーはそのまま使えます。</translation>
    </message>
    <message>
        <source>The passphrase will open it alone; Settings › Keys can ask for the keyring again.</source>
        <translation>パスフレーズだけで開けるようになります。キーリングを再び必須にするには、「設定」›「鍵」を開いてください。</translation>
    </message>
    <message>
        <source>A passphrase needs at least {0} characters.</source>
        <translation>パスフレーズは {0} 文字以上にしてください。</translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are good.</source>
        <translation>互いに関係のない 4〜5 個の単語がおすすめです。</translation>
    </message>
</context>
<context>
    <name>RecoveryCheck</name>
    <message>
        <source>Check the recovery key</source>
        <translation>復旧キーを確認</translation>
    </message>
    <message>
        <source>Type the recovery key from your copy. Nothing is changed by this.</source>
        <translation>控えた復旧キーを入力してください。これによって何かが変わることはありません。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>復旧キー</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Your recovery key</source>
        <translation>復旧キー</translation>
    </message>
    <message>
        <source>If you forget the passphrase or lose the keyring, this key is the only other way in. Nobody else has it, and Hearth shows it only now. Write it down or print it, and keep it away from this computer.</source>
        <translation>パスフレーズを忘れたりキーリングを失ったりしたときは、このキーが唯一の手段です。ほかに知る人はなく、Hearth が表示するのも今だけです。書き留めるか印刷して、このコンピューターとは別の場所に保管してください。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>テキストとして保存…</translation>
    </message>
    <message>
        <source>Type it once, to be sure that your copy is right (or do that later)</source>
        <translation>控えが正しいことを確かめるため、一度入力してください（後でもできます）</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>控えました</translation>
    </message>
    <message>
        <source>Recovery key: {0}</source>
        <translation>復旧キー: {0}</translation>
    </message>
    <message>
        <source>That is not the same key.</source>
        <translation>キーが一致しません。</translation>
    </message>
    <message>
        <source>Compare it with the key above, group by group.</source>
        <translation>上のキーと 1 組ずつ見比べてください。</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>復旧キーを保存</translation>
    </message>
    <message>
        <source>Recovery key of a Hearth profile. Keep it away from this computer.</source>
        <translation>Hearth プロファイルの復旧キーです。このコンピューターとは別の場所に保管してください。</translation>
    </message>
    <message>
        <source>The key could not be saved there.</source>
        <translation>復旧キーをその場所に保存できませんでした。</translation>
    </message>
    <message>
        <source>Choose another folder, or write the key down.</source>
        <translation>別のフォルダーを選ぶか、キーを書き留めてください。</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore a backup</source>
        <translation>バックアップを復元</translation>
    </message>
    <message>
        <source>The backup is checked whole before anything is replaced. A profile that is there now is kept.</source>
        <translation>何かを置き換える前に、バックアップ全体を検証します。今あるプロファイルは残ります。</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>ファイル未選択</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>バックアップファイル</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>パスフレーズまたは復旧キー</translation>
    </message>
    <message>
        <source>Passphrase or recovery key at the time of the backup</source>
        <translation>バックアップ時のパスフレーズまたは復旧キー</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Checking and restoring…</source>
        <translation>検証して復元中…</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>バックアップを選択</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>Conversation, %n messages</source>
        <translation>
            <numerusform>会話、%n 件のメッセージ</numerusform>
        </translation>
    </message>
    <message>
        <source>Scroll the conversation</source>
        <translation>会話をスクロール</translation>
    </message>
</context>
<context>
    <name>RowTools</name>
    <message>
        <source>Scroll sideways</source>
        <translation>横にスクロール</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>The screen could not be read. Allow Hearth to record the screen, and try again.</source>
        <translation>画面を読み取れませんでした。Hearth に画面の収録を許可してから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Your desktop gave no picture of the screen. Take a screenshot with its own tool and paste it into the question.</source>
        <translation>デスクトップから画面の画像を取得できませんでした。デスクトップのツールでスクリーンショットを撮り、質問に貼り付けてください。</translation>
    </message>
</context>
<context>
    <name>ScreenshotCrop</name>
    <message>
        <source>Choose a part of the screen</source>
        <translation>画面の範囲を選択</translation>
    </message>
    <message>
        <source>Arrow keys move a rectangle, with Shift they change its size. Enter takes it, Esc cancels.</source>
        <translation>矢印キーで枠を移動し、Shift を押しながらでサイズを変更します。Enter で確定、Esc でキャンセルします。</translation>
    </message>
    <message>
        <source>Drag over a part. Enter takes all of it, Esc cancels.</source>
        <translation>範囲をドラッグしてください。Enter で画面全体、Esc でキャンセルします。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear (Esc)</source>
        <translation>消去 (Esc)</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索を消去</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>All collections</source>
        <translation>すべてのコレクション</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>すべてのフォルダー</translation>
    </message>
    <message>
        <source>All kinds of files</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>期間指定なし</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>How old</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>In which collection</source>
        <translation>コレクション</translation>
    </message>
    <message>
        <source>In which folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Past month</source>
        <translation>1 か月以内</translation>
    </message>
    <message>
        <source>Past week</source>
        <translation>1 週間以内</translation>
    </message>
    <message>
        <source>Past year</source>
        <translation>1 年以内</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>スライド</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>ソースコード</translation>
    </message>
    <message>
        <source>Tables and data</source>
        <translation>表とデータ</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Which kind of file</source>
        <translation>ファイルの種類</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Does not hold these words, but means something similar.</source>
        <translation>この語句は含みませんが、意味が似ています。</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>similar meaning</source>
        <translation>意味が類似</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search results</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”. Try fewer or other words.</source>
        <translation>「{0}」に一致するものはありません。言葉を減らすか、別の言葉で試してください。</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n 箇所</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Passages with some of these words were found, but they are about something else. Try other words.</source>
        <translation>一部の語句を含む箇所はありましたが、別の話題のようです。ほかの語句を試してください。</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Your documents do not seem to say anything about it. Try other words.</source>
        <translation>文書にはこれについての記述がないようです。ほかの語句を試してください。</translation>
    </message>
    <message>
        <source>searched by words: meanings are still being prepared</source>
        <translation>語句で検索（意味検索は準備中）</translation>
    </message>
    <message>
        <source>searched by words: the model of meanings does not answer</source>
        <translation>語句で検索（意味検索モデルの応答なし）</translation>
    </message>
</context>
<context>
    <name>SegmentEditor</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>テキストを編集</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
</context>
<context>
    <name>SelectableList</name>
    <message>
        <source>Copy selection</source>
        <translation>選択範囲をコピー</translation>
    </message>
    <message>
        <source>Answer again with</source>
        <translation>別のモデルで再回答</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較する相手</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>前のバージョン</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>次のバージョン</translation>
    </message>
    <message>
        <source>Show source {0}</source>
        <translation>出典 {0} を表示</translation>
    </message>
</context>
<context>
    <name>SelectionCard</name>
    <message>
        <source>Leave this text out</source>
        <translation>このテキストを外す</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>SelectionPrompts</name>
    <message>
        <source>Explain</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>書き換え</translation>
    </message>
    <message>
        <source>Fix grammar</source>
        <translation>文章校正</translation>
    </message>
</context>
<context>
    <name>ServerRecords</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>workshop</source>
        <translation>仕事用</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>キー（任意）</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>サーバーを追加</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} を削除</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset “{0}”</source>
        <translation>「{0}」をリセット</translation>
    </message>
    <message>
        <source>The model decides</source>
        <translation>モデルに任せる</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>常に</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>The first one installed</source>
        <translation>最初のモデル</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 日</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> トークン</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>After use</source>
        <translation>使用後しばらく</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>常に</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>By anything I say</source>
        <translation>どんな言葉でも</translation>
    </message>
    <message>
        <source>By “stop” and the key</source>
        <translation>「ストップ」とキーで</translation>
    </message>
    <message>
        <source>Chroma server</source>
        <translation>Chroma サーバー</translation>
    </message>
    <message>
        <source>Chroma, in memory</source>
        <translation>Chroma（メモリ内）</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>デスクトップ</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Exact comparison</source>
        <translation>厳密な比較</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>テキストのみ</translation>
    </message>
    <message>
        <source>Only while it is used</source>
        <translation>使っている間だけ</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>ゆっくり待つ</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>すばやく</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>話しかけたとき</translation>
    </message>
    <message>
        <source>The sound as well</source>
        <translation>音声も</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>files knowledge search index embedding vectors sources</source>
        <translation>ファイル 文書 知識 検索 インデックス 埋め込み ベクトル 出典</translation>
    </message>
    <message>
        <source>keys keyboard shortcut key combination hotkey</source>
        <translation>キー キーボード ショートカット キーの組み合わせ ホットキー</translation>
    </message>
    <message>
        <source>talk speak listen speech sound test echo headphones speaker level record</source>
        <translation>話す 会話 聞く 音声 音声認識 読み上げ 音 テスト エコー マイク ヘッドホン スピーカー 音量 レベル 録音</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>ホットキー</translation>
    </message>
    <message>
        <source>global keys quick chat selection screenshot talk other programs</source>
        <translation>グローバルキー クイックチャット 選択 スクリーンショット 話す 音声 ほかのアプリ</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Model servers</source>
        <translation>モデルサーバー</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>プライバシー</translation>
    </message>
    <message>
        <source>backup export erase delete profile</source>
        <translation>バックアップ エクスポート 書き出し 消去 削除 プロファイル</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>doors connections internet refused host offline</source>
        <translation>扉 接続 インターネット 拒否 ホスト オフライン</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>passphrase password recovery key keyring unlock vault</source>
        <translation>パスフレーズ パスワード 復旧キー 鍵 キーリング ロック解除 保管庫</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>audit record history log</source>
        <translation>監査 記録 履歴 ログ</translation>
    </message>
</context>
<context>
    <name>SettingsSearch</name>
    <message>
        <source>Found settings</source>
        <translation>見つかった設定</translation>
    </message>
    <message>
        <source>Open this page</source>
        <translation>このページを開く</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>この言葉を含む設定はありません。</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>言葉を減らすか、別の言葉で試してください。</translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation>リセットを元に戻す</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>このページをリセット</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Add keys for “{0}”</source>
        <translation>「{0}」にキーを追加</translation>
    </message>
    <message>
        <source>Reset “{0}”</source>
        <translation>「{0}」をリセット</translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation>代わりにここで使う</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} を削除</translation>
    </message>
    <message>
        <source>Remove {0} from “{1}”</source>
        <translation>「{1}」から {0} を削除</translation>
    </message>
    <message>
        <source>New keys for “{0}”</source>
        <translation>「{0}」の新しいキー</translation>
    </message>
    <message>
        <source>{0} already belongs to “{1}”.</source>
        <translation>{0} はすでに「{1}」に割り当てられています。</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Press one key together with Ctrl or Alt.</source>
        <translation>1 つのキーを Ctrl または Alt と一緒に押してください。</translation>
    </message>
    <message>
        <source>Press another key together with it.</source>
        <translation>別のキーと一緒に押してください。</translation>
    </message>
    <message>
        <source>Your desktop uses these keys itself. Choose others.</source>
        <translation>このキーはデスクトップ自体が使っています。別のキーを選んでください。</translation>
    </message>
    <message>
        <source>Every text needs these keys for copying and editing. Choose others.</source>
        <translation>このキーは、文章のコピーや編集に必要です。別のキーを選んでください。</translation>
    </message>
    <message>
        <source>This key is needed for writing and moving about. Press it together with Ctrl or Alt.</source>
        <translation>このキーは、文字の入力や移動に必要です。Ctrl または Alt と一緒に押してください。</translation>
    </message>
    <message>
        <source>These keys move about in texts. Choose others.</source>
        <translation>このキーは、文章内の移動に使われます。別のキーを選んでください。</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverview</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Search commands and keys</source>
        <translation>コマンドとキーを検索</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>No command is called like that.</source>
        <translation>その名前のコマンドはありません。</translation>
    </message>
    <message>
        <source>Press the plus to give a command other keys; a command can have several.</source>
        <translation>プラスを押すと、コマンドに別のキーを割り当てられます。1 つのコマンドに複数のキーを割り当てることもできます。</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>すべてのチャットを検索</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>New private chat</source>
        <translation>新規プライベートチャット</translation>
    </message>
    <message>
        <source>Folders, tags and archive</source>
        <translation>フォルダー、タグ、アーカイブ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Network and privacy</source>
        <translation>ネットワークとプライバシー</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>The archive is empty. Chats that you archive are kept here, out of the way.</source>
        <translation>アーカイブは空です。アーカイブしたチャットは、邪魔にならないようここに保管されます。</translation>
    </message>
    <message>
        <source>No chat has this tag.</source>
        <translation>このタグの付いたチャットはありません。</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>チャットはここに一覧表示されます。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Show all chats again, not only {0}</source>
        <translation>「{0}」だけでなく、すべてのチャットを再び表示</translation>
    </message>
</context>
<context>
    <name>SlashMenu</name>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Enter takes it, Esc keeps the text as it is.</source>
        <translation>Enter で選択、Esc でテキストのままにします。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 件中 {0} 件目</translation>
    </message>
</context>
<context>
    <name>SoundCompare</name>
    <message>
        <source>Compare by ear</source>
        <translation>聞き比べ</translation>
    </message>
    <message>
        <source>Hear it as it came</source>
        <translation>元の音を聞く</translation>
    </message>
    <message>
        <source>Hear it cleaned</source>
        <translation>処理後の音を聞く</translation>
    </message>
    <message>
        <source>Its library does not load here. Recognition works on untouched sound anyway.</source>
        <translation>必要なライブラリを読み込めません。音声認識にはもともと未処理の音を使うため、影響はありません。</translation>
    </message>
    <message>
        <source>Record 5 seconds</source>
        <translation>5 秒間録音</translation>
    </message>
    <message>
        <source>Record yourself in your usual place, then turn the switches above on and off and listen. The recording stays in memory and is forgotten when you leave this page.</source>
        <translation>いつもの場所で自分の声を録音し、上のスイッチをオンまたはオフにして聞き比べてください。録音はメモリにのみ置かれ、このページを離れると消えます。</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>録音しました。</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>録音中…</translation>
    </message>
    <message>
        <source>Sound cannot be cleaned on this computer.</source>
        <translation>このコンピューターでは音の処理ができません。</translation>
    </message>
</context>
<context>
    <name>SourceStrip</name>
    <message numerus="yes">
        <source>From %n of your files</source>
        <translation>
            <numerusform>%n 個のファイルから</numerusform>
        </translation>
    </message>
    <message>
        <source>How it was found</source>
        <translation>検索の詳細</translation>
    </message>
    <message>
        <source>How this answer was made</source>
        <translation>この回答ができるまで</translation>
    </message>
    <message>
        <source>Its sources were forgotten, or have changed since.</source>
        <translation>出典の登録が解除されたか、その後変更されました。</translation>
    </message>
    <message>
        <source>Remembered: {0}</source>
        <translation>参照した記憶: {0}</translation>
    </message>
    <message>
        <source>Source {number}: {source}</source>
        <translation>出典 {number}: {source}</translation>
    </message>
    <message numerus="yes">
        <source>Unsupported: {0} names no passage that was found.</source>
        <translation>
            <numerusform>根拠なし: {0} に当たる箇所は見つかっていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your documents were asked: nothing was found.</source>
        <translation>文書を検索しましたが、何も見つかりませんでした。</translation>
    </message>
    <message>
        <source>p. {0}</source>
        <translation>{0} ページ</translation>
    </message>
</context>
<context>
    <name>SourcesDesk</name>
    <message>
        <source>No passage with the number {0} was given to the model.</source>
        <translation>番号 {0} の箇所はモデルに渡されていません。</translation>
    </message>
    <message>
        <source>This passage was forgotten, or its file was changed since.</source>
        <translation>この箇所は登録が解除されたか、その後ファイルが変更されました。</translation>
    </message>
</context>
<context>
    <name>SourcesPicker</name>
    <message numerus="yes">
        <source>%n attached files</source>
        <translation>
            <numerusform>添付ファイル %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collections</source>
        <translation>
            <numerusform>%n 個のコレクション</numerusform>
        </translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>すべての文書</translation>
    </message>
    <message>
        <source>Answers from documents: none</source>
        <translation>文書からの回答: なし</translation>
    </message>
    <message>
        <source>Answers from documents: {0}</source>
        <translation>文書からの回答: {0}</translation>
    </message>
    <message>
        <source>Ask my documents</source>
        <translation>文書に質問</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文書</translation>
    </message>
</context>
<context>
    <name>SourcesPopup</name>
    <message numerus="yes">
        <source>%n files are still being read; answers come from the others.</source>
        <translation>
            <numerusform>%n 個のファイルを読み込んでいます。それまではほかのファイルから回答します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files attached to this chat are asked, too.</source>
        <translation>
            <numerusform>このチャットに添付した %n 個のファイルも対象になります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add and manage documents…</source>
        <translation>文書の追加と管理…</translation>
    </message>
    <message>
        <source>All my documents</source>
        <translation>すべての文書</translation>
    </message>
    <message>
        <source>Answers come from what is ticked, with their sources.</source>
        <translation>チェックしたものから、出典を示して回答します。</translation>
    </message>
    <message>
        <source>Ask my documents</source>
        <translation>文書に質問</translation>
    </message>
    <message>
        <source>There are no documents yet. Add files or a folder, and ask about what is in them.</source>
        <translation>文書はまだありません。ファイルやフォルダーを追加すると、内容について質問できます。</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n documents</source>
        <translation>
            <numerusform>{name}、文書 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeechModelBox</name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Automatic ({0})</source>
        <translation>自動（{0}）</translation>
    </message>
    <message>
        <source>None installed</source>
        <translation>インストールされていません</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0}（未インストール）</translation>
    </message>
    <message>
        <source>{0} · {1} s for 3 s</source>
        <translation>{0} · 3 秒に {1} 秒</translation>
    </message>
</context>
<context>
    <name>SpokenWords</name>
    <message>
        <source>Transcript</source>
        <translation>文字起こし</translation>
    </message>
</context>
<context>
    <name>SteadyScrollArea</name>
    <message>
        <source>Scroll</source>
        <translation>スクロール</translation>
    </message>
</context>
<context>
    <name>StorageBanner</name>
    <message>
        <source>The disk is full. What was saved is safe; nothing new is kept until there is room. Free some space, and Hearth goes on by itself.</source>
        <translation>ディスクがいっぱいです。保存済みのものは失われませんが、空きができるまで新しいものは保存されません。ディスクの空きを増やすと、Hearth は自動的に再開します。</translation>
    </message>
</context>
<context>
    <name>SurveyTable</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問する</translation>
    </message>
    <message>
        <source>Ask every file</source>
        <translation>全ファイルに質問</translation>
    </message>
    <message>
        <source>Ask every file of “{0}”</source>
        <translation>「{0}」の全ファイルに質問</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV でエクスポート…</translation>
    </message>
    <message>
        <source>Exported to “{0}”.</source>
        <translation>「{0}」にエクスポートしました。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>For example: When does this contract end?</source>
        <translation>例: この契約はいつ終了しますか？</translation>
    </message>
    <message>
        <source>Looking for a language model</source>
        <translation>言語モデルを探しています</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>未読み込み</translation>
    </message>
    <message>
        <source>Not supported: {0} names no passage of this file.</source>
        <translation>根拠なし: このファイルに {0} に当たる箇所はありません。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Show the passage: {0}</source>
        <translation>該当箇所を表示: {0}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. {0}</source>
        <translation>停止しました。{0}</translation>
    </message>
    <message>
        <source>The same question for each file ({0}). Each answer comes from that file alone.</source>
        <translation>各ファイルに同じ質問をします（{0}）。どの回答も、そのファイルだけに基づきます。</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>回答の全文</translation>
    </message>
    <message>
        <source>This file does not tell it.</source>
        <translation>このファイルには書かれていません。</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>本文中</translation>
    </message>
    <message>
        <source>no language model: the nearest passage is quoted</source>
        <translation>言語モデルなし（最も近い箇所を引用）</translation>
    </message>
    <message>
        <source>{0} of {1} files</source>
        <translation>{0} / {1} 個のファイル</translation>
    </message>
    <message>
        <source>{0} of {1} files tell it</source>
        <translation>{1} 個のファイルのうち {0} 個に記載あり</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>ThinkingFold</name>
    <message>
        <source>Thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>Thought about it</source>
        <translation>思考しました</translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <translation>%1 秒間思考しました</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>展開済み</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>折りたたみ済み</translation>
    </message>
</context>
<context>
    <name>TitleLine</name>
    <message>
        <source>Title of the chat</source>
        <translation>チャットのタイトル</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Messages</source>
        <translation>お知らせ</translation>
    </message>
</context>
<context>
    <name>TranscriptDetail</name>
    <message>
        <source>Ask about it</source>
        <translation>内容について質問</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>テキストをコピー</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>次の一致箇所</translation>
    </message>
    <message>
        <source>No words yet</source>
        <translation>まだテキストがありません</translation>
    </message>
    <message>
        <source>Nobody speaks in it</source>
        <translation>話し声がありません</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>前の一致箇所</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Search in this transcript</source>
        <translation>この文字起こしを検索</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>翻訳…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message numerus="yes">
        <source>%n older messages stand in a summary now.</source>
        <translation>
            <numerusform>古いメッセージ %n 件が要約にまとめられました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n passages of your documents…</source>
        <translation>
            <numerusform>文書の %n 箇所を読んでいます…</numerusform>
        </translation>
    </message>
    <message>
        <source>{reason} Trying again ({attempt})…</source>
        <translation>{reason} もう一度試しています（{attempt}）…</translation>
    </message>
    <message>
        <source>{reason} {used} answers instead of {wanted}.</source>
        <translation>{reason} {wanted} の代わりに {used} が回答します。</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Jump to latest</source>
        <translation>最新へ移動</translation>
    </message>
    <message>
        <source>Jump to the latest message</source>
        <translation>最新のメッセージへ移動</translation>
    </message>
    <message>
        <source>Still writing: jump to latest</source>
        <translation>作成中です: 最新へ移動</translation>
    </message>
</context>
<context>
    <name>TranscriptsPage</name>
    <message>
        <source>Add audio or video files</source>
        <translation>音声・動画ファイルを追加</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Audio and video ({0})</source>
        <translation>音声と動画 ({0})</translation>
    </message>
    <message>
        <source>Audio and video files as text, made on this computer and kept in this profile.</source>
        <translation>音声・動画ファイルをこのコンピューターで文字に起こし、このプロファイルに保存します。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>「{0}」を削除しますか？</translation>
    </message>
    <message>
        <source>Drop audio or video files here</source>
        <translation>ここに音声・動画ファイルをドロップ</translation>
    </message>
    <message>
        <source>Edit text…</source>
        <translation>テキストを編集…</translation>
    </message>
    <message>
        <source>Everything, for programs (.json)</source>
        <translation>すべての情報（プログラム用）(.json)</translation>
    </message>
    <message>
        <source>Exported to “{0}”.</source>
        <translation>「{0}」にエクスポートしました。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗しました</translation>
    </message>
    <message>
        <source>Hearth writes down what is said in them, with the time of every word. Nothing leaves this computer.</source>
        <translation>話されている内容を、単語ごとの時刻付きで文字に起こします。データがこのコンピューターから出ることはありません。</translation>
    </message>
    <message>
        <source>Loading the speech model</source>
        <translation>音声認識モデルを読み込み中</translation>
    </message>
    <message>
        <source>No transcript is called like that.</source>
        <translation>その名前の文字起こしはありません。</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>ここから再生</translation>
    </message>
    <message>
        <source>Search transcripts</source>
        <translation>文字起こしを検索</translation>
    </message>
    <message>
        <source>Stop translating</source>
        <translation>翻訳を停止</translation>
    </message>
    <message>
        <source>Stopped at {0}</source>
        <translation>{0} で停止</translation>
    </message>
    <message>
        <source>Stopped at {0}. What was heard is kept.</source>
        <translation>{0} で停止しました。そこまでの内容は保存されています。</translation>
    </message>
    <message>
        <source>Subtitles (.srt)</source>
        <translation>字幕 (.srt)</translation>
    </message>
    <message>
        <source>Subtitles for the web (.vtt)</source>
        <translation>Web 用字幕 (.vtt)</translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>テキスト (.txt)</translation>
    </message>
    <message>
        <source>The text and the kept sound are destroyed. The file it was made from stays.</source>
        <translation>テキストと保存した音声は完全に消去されます。元のファイルは残ります。</translation>
    </message>
    <message>
        <source>Transcribing</source>
        <translation>文字起こし中</translation>
    </message>
    <message>
        <source>Transcribing, {0} %</source>
        <translation>文字起こし中、{0}%</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>文字起こし</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>翻訳…</translation>
    </message>
    <message>
        <source>Translating into {0}…</source>
        <translation>{0} に翻訳しています…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>順番待ちです</translation>
    </message>
    <message>
        <source>translated into {0} by {1}</source>
        <translation>{1} で {0} に翻訳</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0}× as fast as spoken</source>
        <translation>実時間の {0} 倍速</translation>
    </message>
</context>
<context>
    <name>TransferList</name>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Progress of {0}</source>
        <translation>{0} の進行状況</translation>
    </message>
    <message>
        <source>Waiting for another download to end</source>
        <translation>別のダウンロードの完了を待っています</translation>
    </message>
    <message>
        <source>Paused at {0}</source>
        <translation>{0} で一時停止中</translation>
    </message>
    <message>
        <source>Checking that every byte is right</source>
        <translation>すべてのバイトを検証中</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>展開中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセルしました</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗しました</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quick chat</source>
        <translation>クイックチャット</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>Show Hearth</source>
        <translation>Hearth を表示</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>ロックを解除…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Hearth’s microphone is open</source>
        <translation>Hearth のマイクがオンです</translation>
    </message>
    <message>
        <source>Quit Hearth</source>
        <translation>Hearth を終了</translation>
    </message>
    <message>
        <source>Recent chats</source>
        <translation>最近のチャット</translation>
    </message>
    <message>
        <source>Hearth is ready</source>
        <translation>Hearth は準備完了です</translation>
    </message>
    <message>
        <source>Hearth is listening</source>
        <translation>Hearth が聞いています</translation>
    </message>
    <message>
        <source>Hearth is writing an answer</source>
        <translation>Hearth が回答を作成しています</translation>
    </message>
    <message>
        <source>Hearth is speaking</source>
        <translation>Hearth が話しています</translation>
    </message>
    <message>
        <source>Hearth finds no model server</source>
        <translation>Hearth がモデルサーバーを見つけられません</translation>
    </message>
    <message>
        <source>Hearth is locked</source>
        <translation>Hearth はロックされています</translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>セットアップ…</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>モデルを表示</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <source>Unlock with the system keyring</source>
        <translation>システムのキーリングでロックを解除</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>復旧キーを使う</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新規プロファイル</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>おかえりなさい</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>ロックを解除中…</translation>
    </message>
    <message>
        <source>Accept the older state</source>
        <translation>以前の状態を受け入れる</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>バックアップを復元…</translation>
    </message>
    <message>
        <source>The key file of “{0}” cannot be read.</source>
        <translation>「{0}」の鍵ファイルを読み込めません。</translation>
    </message>
    <message>
        <source>“{0}” opens with your passphrase and the system keyring together.</source>
        <translation>「{0}」を開くには、パスフレーズとシステムのキーリングの両方が必要です。</translation>
    </message>
    <message>
        <source>“{0}” opens with the system keyring or your passphrase.</source>
        <translation>「{0}」は、システムのキーリングまたはパスフレーズで開けます。</translation>
    </message>
    <message>
        <source>“{0}” opens with the system keyring.</source>
        <translation>「{0}」は、システムのキーリングで開けます。</translation>
    </message>
    <message>
        <source>Enter the passphrase of “{0}”.</source>
        <translation>「{0}」のパスフレーズを入力してください。</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Copied – paste it with {0}</source>
        <translation>コピーしました。{0} で貼り付けられます</translation>
    </message>
    <message>
        <source>Esc to cancel</source>
        <translation>Esc でキャンセル</translation>
    </message>
    <message>
        <source>Hearth is locked.</source>
        <translation>Hearth はロックされています。</translation>
    </message>
    <message>
        <source>Just speak</source>
        <translation>話しかけてください</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>聞いています</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>マイクはオフです</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>少々お待ちください…</translation>
    </message>
    <message>
        <source>Press again to send</source>
        <translation>もう一度押すと送信</translation>
    </message>
    <message>
        <source>Press again to write it</source>
        <translation>もう一度押すと入力</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>読み上げています</translation>
    </message>
    <message>
        <source>Release to send</source>
        <translation>離すと送信</translation>
    </message>
    <message>
        <source>Release to write it</source>
        <translation>離すと入力</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>モデルを表示</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>話しています</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>Understanding…</source>
        <translation>認識中…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <source>Unlock it, then speak again.</source>
        <translation>ロックを解除してから、もう一度話してください。</translation>
    </message>
    <message>
        <source>Voice settings</source>
        <translation>音声の設定</translation>
    </message>
    <message>
        <source>Waits for the wake phrase</source>
        <translation>ウェイクワードを待っています</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>穏やか</translation>
    </message>
    <message>
        <source>cheerful</source>
        <translation>楽しそう</translation>
    </message>
    <message>
        <source>in a hurry</source>
        <translation>急いでいる</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>緊張気味</translation>
    </message>
    <message>
        <source>tired</source>
        <translation>お疲れ気味</translation>
    </message>
</context>
<context>
    <name>VoiceBox</name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>The system’s voice</source>
        <translation>システムの声</translation>
    </message>
    <message>
        <source>Voice for {0}</source>
        <translation>声（{0}）</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0}（未インストール）</translation>
    </message>
</context>
<context>
    <name>VoiceCommands</name>
    <message>
        <source>Dictate for another program</source>
        <translation>ほかのアプリに音声入力</translation>
    </message>
    <message>
        <source>Dictate into the message</source>
        <translation>メッセージに音声入力</translation>
    </message>
    <message>
        <source>Hands-free conversation</source>
        <translation>ハンズフリー会話</translation>
    </message>
    <message>
        <source>Read the last answer aloud</source>
        <translation>最後の回答を読み上げる</translation>
    </message>
    <message>
        <source>Record a voice note</source>
        <translation>音声メモを録音</translation>
    </message>
    <message>
        <source>Repeat the sentence</source>
        <translation>文を繰り返す</translation>
    </message>
    <message>
        <source>Send what you said</source>
        <translation>話した内容を送信</translation>
    </message>
    <message>
        <source>Speak faster</source>
        <translation>もっと速く話す</translation>
    </message>
    <message>
        <source>Speak louder</source>
        <translation>もっと大きな声で話す</translation>
    </message>
    <message>
        <source>Speak more quietly</source>
        <translation>もっと小さな声で話す</translation>
    </message>
    <message>
        <source>Speak slower</source>
        <translation>もっとゆっくり話す</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>録音を停止</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>読み上げを停止</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>話す</translation>
    </message>
    <message>
        <source>voice clipboard paste</source>
        <translation>音声 音声入力 クリップボード 貼り付け</translation>
    </message>
    <message>
        <source>voice speak microphone</source>
        <translation>音声 話す 読み上げ マイク</translation>
    </message>
</context>
<context>
    <name>VoiceDesk</name>
    <message>
        <source>Hold the key while you speak.</source>
        <translation>話している間、キーを押し続けてください。</translation>
    </message>
    <message>
        <source>Nothing was understood.</source>
        <translation>聞き取れませんでした。</translation>
    </message>
    <message>
        <source>The sound system of this computer answers again.</source>
        <translation>このコンピューターのサウンドシステムが再び応答するようになりました。</translation>
    </message>
    <message>
        <source>What was understood so far is in the message.</source>
        <translation>そこまでに聞き取った内容は、メッセージ欄に残っています。</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>VoiceForm</name>
    <message>
        <source>As spoken</source>
        <translation>翻訳しない</translation>
    </message>
    <message>
        <source>Found out each time</source>
        <translation>自動的に判別</translation>
    </message>
    <message>
        <source>One name or word a line</source>
        <translation>名前や用語を 1 行に 1 つ</translation>
    </message>
</context>
<context>
    <name>VoiceGuidePage</name>
    <message>
        <source>A model turns what you say into text, on this computer. “{0}” suits it.</source>
        <translation>モデルがこのコンピューター上で話した内容を文字にします。このコンピューターには「{0}」が適しています。</translation>
    </message>
    <message>
        <source>A voice for {0}</source>
        <translation>{0}の声</translation>
    </message>
    <message>
        <source>Does Hearth hear you?</source>
        <translation>声は届いていますか？</translation>
    </message>
    <message>
        <source>Download {0} ({1})</source>
        <translation>{0} をダウンロード（{1}）</translation>
    </message>
    <message>
        <source>From {0}. Licence: {1}.</source>
        <translation>提供元: {0}。ライセンス: {1}。</translation>
    </message>
    <message>
        <source>Getting {0}</source>
        <translation>{0} を入手しています</translation>
    </message>
    <message>
        <source>Go on without one</source>
        <translation>スキップして次へ</translation>
    </message>
    <message>
        <source>Hold {0} in any program, speak, and let go. Or press the microphone beside “Send”.</source>
        <translation>どのアプリからでも、{0} を押しながら話し、離してください。「送信」の横のマイクを押して話すこともできます。</translation>
    </message>
    <message>
        <source>It reads answers aloud. You can add other voices and languages at any time.</source>
        <translation>回答を読み上げます。ほかの声や言語はいつでも追加できます。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度探す</translation>
    </message>
    <message>
        <source>Looking for your microphone…</source>
        <translation>マイクを探しています…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Not quite ready</source>
        <translation>まだ準備ができていません</translation>
    </message>
    <message>
        <source>Other sizes…</source>
        <translation>ほかのサイズ…</translation>
    </message>
    <message>
        <source>Other voices…</source>
        <translation>ほかの声…</translation>
    </message>
    <message>
        <source>Press the microphone beside “Send”, and speak.</source>
        <translation>「送信」の横のマイクを押して話してください。</translation>
    </message>
    <message>
        <source>Ready to talk</source>
        <translation>話す準備ができました</translation>
    </message>
    <message>
        <source>Say something: the lights should move. What you say goes nowhere; the microphone is open only while you see this.</source>
        <translation>何か話してみてください。声に合わせてランプが動きます。話した内容はどこにも送られません。マイクがオンになるのは、この画面が表示されている間だけです。</translation>
    </message>
    <message>
        <source>Something that understands speech</source>
        <translation>音声認識モデル</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>チャットを始める</translation>
    </message>
    <message>
        <source>Talk to Hearth</source>
        <translation>Hearth と話す</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Use another microphone…</source>
        <translation>別のマイクを使う…</translation>
    </message>
    <message>
        <source>Use the system’s voice</source>
        <translation>システムの声を使う</translation>
    </message>
    <message>
        <source>Voice settings</source>
        <translation>音声の設定</translation>
    </message>
    <message>
        <source>Without a speech model Hearth cannot understand you yet.</source>
        <translation>音声認識モデルがないため、Hearth はまだ言葉を聞き取れません。</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>はい、次へ</translation>
    </message>
    <message>
        <source>You may go on using Hearth; the download continues by itself.</source>
        <translation>このまま Hearth を使えます。ダウンロードは自動的に続きます。</translation>
    </message>
</context>
<context>
    <name>VoiceOverlay</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Hearth voice</source>
        <translation>Hearth 音声</translation>
    </message>
    <message>
        <source>Open chat</source>
        <translation>チャットを開く</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>VoicePage</name>
    <message>
        <source>Clear sound</source>
        <translation>音をクリアに</translation>
    </message>
    <message>
        <source>Everything that is said stays on this computer. The microphone is open only while it shows.</source>
        <translation>話した内容がこのコンピューターから出ることはありません。マイクがオンの間は、必ずその表示が出ます。</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>ハンズフリー</translation>
    </message>
    <message>
        <source>Microphone and loudspeaker</source>
        <translation>マイクとスピーカー</translation>
    </message>
    <message>
        <source>Set it up step by step…</source>
        <translation>手順に沿って設定…</translation>
    </message>
    <message>
        <source>Speaking over it</source>
        <translation>割り込み</translation>
    </message>
    <message>
        <source>Speaking to you</source>
        <translation>読み上げ</translation>
    </message>
    <message>
        <source>Understanding you</source>
        <translation>音声認識</translation>
    </message>
    <message>
        <source>Voice notes</source>
        <translation>音声メモ</translation>
    </message>
</context>
<context>
    <name>VoicesCard</name>
    <message>
        <source>Answers are shown as text until you install one.</source>
        <translation>インストールするまで、回答はテキストで表示されます。</translation>
    </message>
    <message>
        <source>Get a voice</source>
        <translation>声を入手</translation>
    </message>
    <message>
        <source>Get more voices</source>
        <translation>ほかの声を入手</translation>
    </message>
    <message>
        <source>Listen to the voice for {0}</source>
        <translation>声を試聴（{0}）</translation>
    </message>
    <message>
        <source>Speaker for {0}</source>
        <translation>話者（{0}）</translation>
    </message>
    <message>
        <source>The system’s voice speaks until you install a better one.</source>
        <translation>より良い声をインストールするまで、システムの声で読み上げます。</translation>
    </message>
    <message>
        <source>The voice follows the language of the answer. A persona may have a voice of its own.</source>
        <translation>声は回答の言語に合わせて変わります。ペルソナごとに別の声を使うこともできます。</translation>
    </message>
    <message>
        <source>There is no voice on this computer that could speak.</source>
        <translation>このコンピューターには、読み上げに使える声がありません。</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>声</translation>
    </message>
    <message>
        <source>Voices made for reading sound far more natural.</source>
        <translation>読み上げ用に作られた声のほうが、はるかに自然です。</translation>
    </message>
</context>
<context>
    <name>VoteBar</name>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Back to the chat, with the better answer</source>
        <translation>よいほうの回答でチャットに戻る</translation>
    </message>
    <message>
        <source>A is better</source>
        <translation>A がよい</translation>
    </message>
    <message>
        <source>B is better</source>
        <translation>B がよい</translation>
    </message>
    <message>
        <source>Both are good</source>
        <translation>両方よい</translation>
    </message>
    <message>
        <source>Both are bad</source>
        <translation>両方よくない</translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation>{0}  {1}</translation>
    </message>
    <message>
        <source>Key {0}</source>
        <translation>{0} キー</translation>
    </message>
    <message>
        <source>{0} (key {1})</source>
        <translation>{0}（{1} キー）</translation>
    </message>
</context>
<context>
    <name>WakeNote</name>
    <message>
        <source>The microphone stays open while Hearth is unlocked; the tray and the window show it.</source>
        <translation>Hearth のロックが解除されている間、マイクはオンのままです。トレイとウィンドウにその表示が出ます。</translation>
    </message>
</context>
<context>
    <name>WakePhrasesEditor</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Another phrase, for example “Computer, listen”</source>
        <translation>ほかのウェイクワード（例:「コンピューター、聞いて」）</translation>
    </message>
    <message>
        <source>Good: rarely said by chance.</source>
        <translation>適しています。偶然口にすることはほとんどありません。</translation>
    </message>
    <message>
        <source>Its sound is not known, so it is found only where it is written like this.</source>
        <translation>読み方がわからないため、この表記どおりに認識されたときだけ反応します。</translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation>「{0}」を削除</translation>
    </message>
    <message>
        <source>Sounds like a spoken command, so it may do that instead.</source>
        <translation>音声コマンドに似ているため、そのコマンドが実行されることがあります。</translation>
    </message>
    <message>
        <source>There is nothing in it that could be heard.</source>
        <translation>音として聞き取れる部分がありません。</translation>
    </message>
    <message>
        <source>This phrase is there already.</source>
        <translation>このウェイクワードはすでにあります。</translation>
    </message>
    <message>
        <source>Too common: it sounds like “{0}”, which is said often.</source>
        <translation>ありふれた言葉です。よく使われる「{0}」に似ています。</translation>
    </message>
    <message>
        <source>Too short: it will be heard in other words. Two or more words work best.</source>
        <translation>短すぎるため、ほかの言葉の中でも反応します。2 語以上がおすすめです。</translation>
    </message>
</context>
<context>
    <name>WindowKeeper</name>
    <message>
        <source>Hearth goes on</source>
        <translation>Hearth は動作を続けます</translation>
    </message>
    <message>
        <source>The window is closed; the quick chat stays at hand. Settings › Desktop changes that.</source>
        <translation>ウィンドウは閉じましたが、クイックチャットはいつでも使えます。「設定」›「デスクトップ」で変更できます。</translation>
    </message>
</context>
<context>
    <name>WindowsBackend</name>
    <message>
        <source>Windows cannot watch the key “{0}”.</source>
        <translation>Windows ではキー「{0}」を監視できません。</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>別の組み合わせを選んでください。</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>You have not checked your copy of the recovery key yet.</source>
        <translation>復旧キーの控えがまだ確認されていません。</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Drop files to attach them to this chat</source>
        <translation>ファイルをドロップしてこのチャットに添付</translation>
    </message>
    <message>
        <source>Drop the folder to ask its documents</source>
        <translation>フォルダーをドロップしてその文書について質問</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新規チャット</translation>
    </message>
    <message>
        <source>New private chat</source>
        <translation>新規プライベートチャット</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>すべてのチャットを検索</translation>
    </message>
    <message>
        <source>find messages words</source>
        <translation>検索 メッセージ 言葉 探す</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>前のチャット</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>次のチャット</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>回答を停止</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>再回答</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを書く</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>サイドバー</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>ネットワーク…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>An answer is ready in “{0}”.</source>
        <translation>「{0}」に回答が届きました。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Hearth does not open addresses of this kind: {0}</source>
        <translation>Hearth はこの種類のアドレスを開きません: {0}</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>リンクを開く</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>このアドレスをブラウザーで開きますか？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>X11Backend</name>
    <message>
        <source>The X server does not answer, so no key can be watched.</source>
        <translation>X サーバーが応答しないため、キーを監視できません。</translation>
    </message>
    <message>
        <source>Start Hearth anew within your desktop session.</source>
        <translation>デスクトップセッション内で Hearth を起動し直してください。</translation>
    </message>
    <message>
        <source>Your keyboard layout has no key “{0}”.</source>
        <translation>現在のキーボード配列にキー「{0}」はありません。</translation>
    </message>
    <message>
        <source>Choose another combination.</source>
        <translation>別の組み合わせを選んでください。</translation>
    </message>
</context>
<context>
    <name>_CommandRow</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the command “{0}”</source>
        <translation>コマンド「{0}」をコピー</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
</context>
<context>
    <name>_ModelRows</name>
    <message>
        <source>chosen</source>
        <translation>選択中</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Let your desktop press the keys</source>
        <translation>デスクトップ側でキーを設定</translation>
    </message>
</context>
<context>
    <name>_Refusal</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>_StrengthBar</name>
    <message>
        <source>Strength</source>
        <translation>強度</translation>
    </message>
</context>
<context>
    <name>_Tile</name>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>削除 (Delete)</translation>
    </message>
    <message>
        <source>%1, being read</source>
        <translation>%1、読み込み中</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Delete removes it.</source>
        <translation>Delete キーで削除します。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A German woman&apos;s voice; simple quality, very quick.</source>
        <translation>ドイツ語の女性の声。品質は簡素ですが、とても高速です。</translation>
    </message>
    <message>
        <source>A Scottish woman&apos;s voice.</source>
        <translation>スコットランドの女性の声。</translation>
    </message>
    <message>
        <source>A calm American man&apos;s voice.</source>
        <translation>落ち着いたアメリカ英語の男性の声。</translation>
    </message>
    <message>
        <source>A clear American woman&apos;s voice, as of audio books.</source>
        <translation>オーディオブックのように明瞭なアメリカ英語の女性の声。</translation>
    </message>
    <message>
        <source>A clear German man&apos;s voice; quick.</source>
        <translation>明瞭なドイツ語の男性の声。高速です。</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>フォルダーをその中に移動することはできません。</translation>
    </message>
    <message>
        <source>A good balance of speed and accuracy for talking with the assistant.</source>
        <translation>アシスタントとの会話に適した、速度と精度のバランスがよいモデル。</translation>
    </message>
    <message>
        <source>A man&apos;s and a woman&apos;s voice from Spain.</source>
        <translation>スペインの男性と女性の声。</translation>
    </message>
    <message>
        <source>A man&apos;s voice from Mexico.</source>
        <translation>メキシコの男性の声。</translation>
    </message>
    <message>
        <source>A man&apos;s voice from Spain.</source>
        <translation>スペインの男性の声。</translation>
    </message>
    <message>
        <source>A man&apos;s voice from the north of England.</source>
        <translation>イングランド北部の男性の声。</translation>
    </message>
    <message>
        <source>A model cannot be called “{name}”.</source>
        <translation>モデルに「{name}」という名前は付けられません。</translation>
    </message>
    <message>
        <source>A passphrase needs at least {shortest} characters.</source>
        <translation>パスフレーズは {shortest} 文字以上にしてください。</translation>
    </message>
    <message>
        <source>A persona needs a name.</source>
        <translation>ペルソナには名前が必要です。</translation>
    </message>
    <message>
        <source>A picture was not part of the export.</source>
        <translation>エクスポートに含まれていない画像があります。</translation>
    </message>
    <message>
        <source>A profile needs a name of 1 to {longest} characters.</source>
        <translation>プロファイルの名前は 1〜{longest} 文字にしてください。</translation>
    </message>
    <message>
        <source>A profile needs a passphrase, the system keyring, or both.</source>
        <translation>プロファイルには、パスフレーズかシステムのキーリング、またはその両方が必要です。</translation>
    </message>
    <message>
        <source>A prompt needs a name to be called by.</source>
        <translation>プロンプトには、呼び出すための名前が必要です。</translation>
    </message>
    <message>
        <source>A small open model for simple English texts.</source>
        <translation>簡単な英文向けの小さなオープンモデル。</translation>
    </message>
    <message>
        <source>A strong all-rounder: reasoning, writing and tools in many languages.</source>
        <translation>推論、文章作成、ツールを多くの言語でこなす、強力な万能モデル。</translation>
    </message>
    <message>
        <source>A well-known all-rounder with many adapted versions.</source>
        <translation>多くの派生版がある、よく知られた万能モデル。</translation>
    </message>
    <message>
        <source>A woman&apos;s voice from Mexico, in finer quality.</source>
        <translation>メキシコの女性の声。品質が高めです。</translation>
    </message>
    <message>
        <source>Accurate and quick, for English only.</source>
        <translation>正確で高速。英語のみ。</translation>
    </message>
    <message>
        <source>Accurate, also with accents; slow without a graphics card.</source>
        <translation>なまりがあっても正確です。グラフィックカードがないと低速です。</translation>
    </message>
    <message>
        <source>Add another way first, then remove this one.</source>
        <translation>先に別の方法を追加してから、これを削除してください。</translation>
    </message>
    <message>
        <source>Add it first.</source>
        <translation>先に追加してください。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>After the first answer the model gives the chat a title.</source>
        <translation>最初の回答の後、モデルがチャットにタイトルを付けます。</translation>
    </message>
    <message>
        <source>Allow cloud models</source>
        <translation>クラウドのモデルを許可</translation>
    </message>
    <message>
        <source>Among the best that run at home; for very strong machines.</source>
        <translation>自宅で動かせるものの中では最高クラス。非常に高性能なコンピューター向け。</translation>
    </message>
    <message>
        <source>An English woman&apos;s voice, as of audio books.</source>
        <translation>オーディオブックのようなイギリス英語の女性の声。</translation>
    </message>
    <message>
        <source>An Ollama in Hearth’s own folder, started and ended with Hearth. It must be installed first.</source>
        <translation>Hearth 専用のフォルダーに置かれ、Hearth と一緒に起動・終了する Ollama です。先にインストールが必要です。</translation>
    </message>
    <message>
        <source>An answer to a message you got</source>
        <translation>受け取ったメッセージへの返信</translation>
    </message>
    <message>
        <source>Answers from given sources and long documents; for strong machines.</source>
        <translation>渡された資料や長い文書をもとに回答します。高性能なコンピューター向け。</translation>
    </message>
    <message>
        <source>Answers new chats. Empty: the first model that the server offers.</source>
        <translation>新規チャットに回答するモデル。空欄の場合は、サーバーが提供する最初のモデル。</translation>
    </message>
    <message>
        <source>Ask about the screen</source>
        <translation>画面について質問</translation>
    </message>
    <message>
        <source>Ask about the selected text</source>
        <translation>選択したテキストについて質問</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>もう一度質問してください。</translation>
    </message>
    <message>
        <source>Ask for a shorter answer, or choose a faster model.</source>
        <translation>より短い回答を求めるか、より高速なモデルを選んでください。</translation>
    </message>
    <message>
        <source>At character {at}, {reason}.</source>
        <translation>{at} 文字目: {reason}。</translation>
    </message>
    <message>
        <source>At character {at}, {reason}. What stands before it was read ({seen} chats).</source>
        <translation>{at} 文字目: {reason}。それより前は読み取りました（{seen} 件のチャット）。</translation>
    </message>
    <message>
        <source>Attach a smaller file, or one of a kind that Hearth can read.</source>
        <translation>より小さいファイルか、Hearth で読み込める種類のファイルを添付してください。</translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation>自動バックアップ</translation>
    </message>
    <message>
        <source>Automatic titles</source>
        <translation>自動タイトル</translation>
    </message>
    <message>
        <source>Brings the main window to the front, or hides it.</source>
        <translation>メインウィンドウを前面に表示するか、隠します。</translation>
    </message>
    <message>
        <source>Calls a minute</source>
        <translation>1 分あたりの呼び出し回数</translation>
    </message>
    <message>
        <source>Cancel the download first.</source>
        <translation>先にダウンロードをキャンセルしてください。</translation>
    </message>
    <message>
        <source>Change that line and try again.</source>
        <translation>その行を変更して、もう一度試してください。</translation>
    </message>
    <message>
        <source>Changed shortcuts</source>
        <translation>変更したショートカット</translation>
    </message>
    <message>
        <source>Chat {0}</source>
        <translation>チャット {0}</translation>
    </message>
    <message>
        <source>Chat {0} (“{1}”)</source>
        <translation>チャット {0}（「{1}」）</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, or use the recovery key.</source>
        <translation>大文字・小文字とキーボード配列を確認するか、復旧キーを使ってください。</translation>
    </message>
    <message>
        <source>Check its name and variant, or choose a model from the library.</source>
        <translation>名前と派生名を確認するか、ライブラリからモデルを選んでください。</translation>
    </message>
    <message>
        <source>Check that it is a Hearth, ChatGPT or Open WebUI export, and export it again if it is damaged.</source>
        <translation>Hearth、ChatGPT、Open WebUI のいずれかのエクスポートであることを確認し、壊れている場合はエクスポートし直してください。</translation>
    </message>
    <message>
        <source>Check that {place} can be written to, then try again.</source>
        <translation>{place} に書き込めることを確認して、もう一度試してください。</translation>
    </message>
    <message>
        <source>Check the internet connection and try again. What has arrived is kept.</source>
        <translation>インターネット接続を確認して、もう一度試してください。届いた分は保存されています。</translation>
    </message>
    <message>
        <source>Check the name, or choose a model from the library.</source>
        <translation>名前を確認するか、ライブラリからモデルを選んでください。</translation>
    </message>
    <message>
        <source>Check the permissions of Hearth’s folder and that the disk is mounted, then try again.</source>
        <translation>Hearth のフォルダーのアクセス権と、ディスクがマウントされていることを確認して、もう一度試してください。</translation>
    </message>
    <message>
        <source>Check the permissions of the folder and that the disk is mounted.</source>
        <translation>フォルダーのアクセス権と、ディスクがマウントされていることを確認してください。</translation>
    </message>
    <message>
        <source>Check what you entered and try again.</source>
        <translation>入力した内容を確認して、もう一度試してください。</translation>
    </message>
    <message>
        <source>Choose a file that Hearth exported from the same page.</source>
        <translation>同じページから Hearth がエクスポートしたファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a folder that does not lie inside it.</source>
        <translation>そのフォルダーの中にないフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose a longer one: four or five words that have nothing to do with each other are good.</source>
        <translation>もっと長いものを選んでください。互いに関係のない 4〜5 個の単語がおすすめです。</translation>
    </message>
    <message>
        <source>Choose a model that can use tools, for example llama3.2 or qwen3.</source>
        <translation>ツールを使えるモデルを選んでください。例: llama3.2、qwen3</translation>
    </message>
    <message>
        <source>Choose a model that sees (for example “ollama pull llama3.2-vision”), or remove the image.</source>
        <translation>画像を認識できるモデルを選ぶか（例: “ollama pull llama3.2-vision”）、画像を削除してください。</translation>
    </message>
    <message>
        <source>Choose a passphrase, or let the system keyring open the profile.</source>
        <translation>パスフレーズを設定するか、システムのキーリングでプロファイルを開くようにしてください。</translation>
    </message>
    <message>
        <source>Choose a smaller model, lower the context size under Settings › Chat, or close other programs.</source>
        <translation>より小さいモデルを選ぶか、「設定」›「チャット」でコンテキストのサイズを下げるか、ほかのアプリを終了してください。</translation>
    </message>
    <message>
        <source>Choose a value within the limits.</source>
        <translation>制限の範囲内の値を選んでください。</translation>
    </message>
    <message>
        <source>Choose another file or folder.</source>
        <translation>別のファイルまたはフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose another folder, or check that there is room and that you may write there.</source>
        <translation>別のフォルダーを選ぶか、空き容量と書き込みのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose another name for one of the two.</source>
        <translation>どちらか一方に別の名前を付けてください。</translation>
    </message>
    <message>
        <source>Choose another name, or open the existing profile.</source>
        <translation>別の名前を付けるか、既存のプロファイルを開いてください。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を付けてください。</translation>
    </message>
    <message>
        <source>Choose one of the listed profiles, create one, or restore a backup.</source>
        <translation>一覧にあるプロファイルを選ぶか、新しく作成するか、バックアップを復元してください。</translation>
    </message>
    <message>
        <source>Clear American voices, many to choose from.</source>
        <translation>明瞭なアメリカ英語の声。多数から選べます。</translation>
    </message>
    <message>
        <source>Close other programs and try again. What was saved is safe.</source>
        <translation>ほかのアプリを終了して、もう一度試してください。保存済みのものは失われません。</translation>
    </message>
    <message>
        <source>Close some programs and try again, or unlock with the recovery key, which needs no memory.</source>
        <translation>いくつかのアプリを終了してもう一度試すか、メモリを必要としない復旧キーでロックを解除してください。</translation>
    </message>
    <message>
        <source>Cloud models of Ollama send your messages to somebody else&apos;s computer.</source>
        <translation>Ollama のクラウドモデルは、メッセージを他者のコンピューターに送信します。</translation>
    </message>
    <message>
        <source>Compare it with your copy, group by group: nine groups of four letters and digits.</source>
        <translation>控えと 1 組ずつ見比べてください。英数字 4 文字が 9 組あります。</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>コンテキストウィンドウ</translation>
    </message>
    <message>
        <source>Correct spelling, grammar and punctuation. Keep the language, the wording and the formatting wherever they are right, and answer with the corrected text alone.

{{text}}</source>
        <translation>次の文章のつづり、文法、句読点を直してください。言語、言い回し、書式は、正しいかぎりそのままにし、直した文章だけを答えてください。

{{text}}</translation>
    </message>
    <message>
        <source>Days after the last change; pinned chats stay. 0 keeps everything.</source>
        <translation>最後の変更からの日数。ピン留めしたチャットは残ります。0 の場合はすべて残します。</translation>
    </message>
    <message>
        <source>Delete chats after</source>
        <translation>チャットの自動削除</translation>
    </message>
    <message>
        <source>Dependable and quick; European languages.</source>
        <translation>信頼性が高く高速。ヨーロッパの言語に対応。</translation>
    </message>
    <message>
        <source>Describes pictures and answers questions about them.</source>
        <translation>画像を説明し、画像についての質問に答えます。</translation>
    </message>
    <message>
        <source>Draft a reply</source>
        <translation>返信を下書き</translation>
    </message>
    <message>
        <source>Draft a {{tone|friendly|formal|short}} reply to this message, in its language. What I want to say: {{what to say}}

The message:
{{text}}</source>
        <translation>次のメッセージへの{{tone|親しみやすい|丁寧な|短い}}返信を、そのメッセージと同じ言語で下書きしてください。伝えたいこと: {{what to say}}

メッセージ:
{{text}}</translation>
    </message>
    <message>
        <source>Edit this text, and tell me what you changed:</source>
        <translation>推敲して、変更点を教えてください:</translation>
    </message>
    <message>
        <source>Empty: where OLLAMA_HOST says, else http://127.0.0.1:11434 on this computer.</source>
        <translation>空欄の場合は、OLLAMA_HOST の指定、なければこのコンピューターの http://127.0.0.1:11434。</translation>
    </message>
    <message>
        <source>Enter a number within these limits, or leave the field empty for the model’s own value.</source>
        <translation>範囲内の数値を入力してください。空欄にすると、モデル自身の値が使われます。</translation>
    </message>
    <message>
        <source>Exactly the same question to the same model is answered from an encrypted cache.</source>
        <translation>同じモデルへのまったく同じ質問には、暗号化されたキャッシュから回答します。</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Explain code</source>
        <translation>コードを説明</translation>
    </message>
    <message>
        <source>Explain step by step what this code does, and name anything that could go wrong:

```
{{text}}
```</source>
        <translation>次のコードが何をしているかを順を追って説明し、問題になりうる箇所を挙げてください:

```
{{text}}
```</translation>
    </message>
    <message>
        <source>Explain this {{for=in plain words|in plain words|to a child of ten|to an expert|step by step}}:

{{text}}</source>
        <translation>次の内容を{{for=やさしい言葉で|やさしい言葉で|10 歳の子どもに|専門家に|順を追って}}説明してください:

{{text}}</translation>
    </message>
    <message>
        <source>Explain to me from the beginning:</source>
        <translation>最初から説明してください:</translation>
    </message>
    <message>
        <source>Explains step by step and checks that it arrived</source>
        <translation>順を追って説明し、理解できたかを確かめます</translation>
    </message>
    <message>
        <source>Fallback models</source>
        <translation>代わりのモデル</translation>
    </message>
    <message>
        <source>Finds passages by meaning, mostly in English; small and quick.</source>
        <translation>主に英語の文章を意味で検索します。小さくて高速です。</translation>
    </message>
    <message>
        <source>First-run guide finished or skipped</source>
        <translation>初回ガイドの完了またはスキップ</translation>
    </message>
    <message>
        <source>Fix grammar</source>
        <translation>文章校正</translation>
    </message>
    <message>
        <source>For example http://127.0.0.1:8080/v1</source>
        <translation>例: http://127.0.0.1:8080/v1</translation>
    </message>
    <message>
        <source>For models that can think before they answer. Empty: their own choice.</source>
        <translation>回答前に思考できるモデル用。空欄の場合はモデルに任せます。</translation>
    </message>
    <message>
        <source>Free some space on the disk; Hearth goes on by itself as soon as there is room.</source>
        <translation>ディスクの空きを増やしてください。空きができると、Hearth は自動的に再開します。</translation>
    </message>
    <message>
        <source>Free some space, for example by deleting models that you no longer use, and try again.</source>
        <translation>使わなくなったモデルを削除するなどして空きを増やし、もう一度試してください。</translation>
    </message>
    <message>
        <source>Gemma&apos;s largest: careful writing, many languages, pictures; wants a strong machine.</source>
        <translation>Gemma の最大モデル。丁寧な文章、多くの言語、画像に対応。高性能なコンピューターが必要です。</translation>
    </message>
    <message>
        <source>Give it a name of letters and figures, such as “summary”.</source>
        <translation>文字と数字からなる名前を付けてください。例:「要約」</translation>
    </message>
    <message>
        <source>Give it a name, so that you can find it again.</source>
        <translation>後で見つけられるように名前を付けてください。</translation>
    </message>
    <message>
        <source>Give me five titles for this:</source>
        <translation>タイトルを 5 つ考えてください:</translation>
    </message>
    <message>
        <source>Good at long texts and European and Asian languages.</source>
        <translation>長い文章と、ヨーロッパおよびアジアの言語が得意です。</translation>
    </message>
    <message>
        <source>Google&apos;s small model adapted to Japanese; quick, polite conversation.</source>
        <translation>Google の小さなモデルを日本語向けに調整したもの。高速で、丁寧に会話します。</translation>
    </message>
    <message>
        <source>Hearth did not connect to {host}: no door to it is open.</source>
        <translation>{host} への扉が開いていないため、Hearth は接続しませんでした。</translation>
    </message>
    <message>
        <source>Hearth made a mistake.</source>
        <translation>Hearth に問題が発生しました。</translation>
    </message>
    <message>
        <source>Hearth needs something from you.</source>
        <translation>Hearth で対応が必要なことがあります。</translation>
    </message>
    <message>
        <source>Hearth waits in the tray, without opening its window.</source>
        <translation>ウィンドウを開かずに、Hearth がシステムトレイで待機します。</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama does not start.</source>
        <translation>Hearth 専用の Ollama が起動しません。</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is not installed.</source>
        <translation>Hearth 専用の Ollama がインストールされていません。</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is not running.</source>
        <translation>Hearth 専用の Ollama が起動していません。</translation>
    </message>
    <message>
        <source>Hearth’s own Ollama is version {version}, which has known security holes. It was not started.</source>
        <translation>Hearth 専用の Ollama はバージョン {version} で、既知のセキュリティ上の欠陥があります。起動しませんでした。</translation>
    </message>
    <message>
        <source>Help me decide: {{question}}

My options:
{{options=- 
- }}

What matters to me: {{what matters=time, money, how easily it can be undone}}

Compare the options by what matters to me, say what you would need to know, and end with a recommendation.</source>
        <translation>次のことを決めるのを手伝ってください: {{question}}

選択肢:
{{options=- 
- }}

重視すること: {{what matters=時間、費用、やり直しのしやすさ}}

重視することに沿って選択肢を比べ、判断するために足りない情報を挙げ、最後におすすめを 1 つ示してください。</translation>
    </message>
    <message>
        <source>Higher is more varied. Empty: the model&apos;s own.</source>
        <translation>高いほど多様になります。空欄の場合はモデル自身の値。</translation>
    </message>
    <message>
        <source>Hold to speak, release to send.</source>
        <translation>押している間だけ話し、離すと送信します。</translation>
    </message>
    <message>
        <source>How many tokens of a chat the model sees at most. Larger windows need more memory.</source>
        <translation>モデルが一度に見る、チャットの最大トークン数。大きいほど多くのメモリが必要です。</translation>
    </message>
    <message>
        <source>I do not understand why</source>
        <translation>なぜなのか教えてください:</translation>
    </message>
    <message>
        <source>Icon in the system tray</source>
        <translation>システムトレイのアイコン</translation>
    </message>
    <message>
        <source>If you restored it yourself, accept the older state; if not, restore the latest backup.</source>
        <translation>復元した覚えがあれば以前の状態を受け入れ、なければ最新のバックアップを復元してください。</translation>
    </message>
    <message>
        <source>Check the address and port under Settings › Model servers. Ollama’s own is http://127.0.0.1:11434.</source>
        <translation>「設定」›「モデルサーバー」でアドレスとポートを確認してください。Ollama の標準は http://127.0.0.1:11434 です。</translation>
    </message>
    <message>
        <source>A guess from pitch, pace and words, shown small, used only to soften or shorten answers.</source>
        <translation>声の高さ、速さ、言葉から推測して小さく表示します。回答をやわらかくしたり短くしたりするためだけに使います。</translation>
    </message>
    <message>
        <source>A short tone when Hearth begins and stops listening.</source>
        <translation>Hearth が聞き始めるときと聞き終わるときに、短い音を鳴らします。</translation>
    </message>
    <message>
        <source>Check that it is not muted, and that the system lets Hearth use it.</source>
        <translation>ミュートされていないことと、システムが Hearth に使用を許可していることを確認してください。</translation>
    </message>
    <message>
        <source>Check the address under Settings › Model servers, and that the server runs there; then press Retry.</source>
        <translation>「設定」›「モデルサーバー」のアドレスと、そこでサーバーが動作していることを確認してから、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Choose a model that runs here, or allow remote models under Settings › Model servers.</source>
        <translation>ここで動作するモデルを選ぶか、「設定」›「モデルサーバー」でリモートのモデルを許可してください。</translation>
    </message>
    <message>
        <source>Choose another file. Most audio and video formats work; protected or damaged ones do not.</source>
        <translation>別のファイルを選んでください。ほとんどの音声・動画形式に対応していますが、保護されたファイルや壊れたファイルは使えません。</translation>
    </message>
    <message>
        <source>Choose another model, or add the server again under Settings › Model servers.</source>
        <translation>別のモデルを選ぶか、「設定」›「モデルサーバー」でサーバーを追加し直してください。</translation>
    </message>
    <message>
        <source>Close other programs that use it, check that the system lets Hearth use it, or choose another one.</source>
        <translation>それを使っているほかのアプリを終了するか、システムが Hearth に使用を許可していることを確認するか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>Connect it again, or choose another one under Settings › Voice.</source>
        <translation>接続し直すか、「設定」›「音声」で別のマイクを選んでください。</translation>
    </message>
    <message>
        <source>Connect one and try again. You can go on typing.</source>
        <translation>マイクを接続してから、もう一度試してください。文字の入力は続けられます。</translation>
    </message>
    <message>
        <source>Connect one and try again; answers are shown as text meanwhile.</source>
        <translation>接続してから、もう一度試してください。それまで回答はテキストで表示されます。</translation>
    </message>
    <message>
        <source>Connect them again, or choose another loudspeaker under Settings › Voice.</source>
        <translation>接続し直すか、「設定」›「音声」で別のスピーカーを選んでください。</translation>
    </message>
    <message>
        <source>Even out loudness</source>
        <translation>音量を均一にする</translation>
    </message>
    <message>
        <source>Fixed, it is quicker and makes fewer mistakes.</source>
        <translation>固定すると、認識が速くなり、間違いが減ります。</translation>
    </message>
    <message>
        <source>Free some memory, or choose another voice under Settings › Voice.</source>
        <translation>メモリの空きを増やすか、「設定」›「音声」で別の声を選んでください。</translation>
    </message>
    <message>
        <source>Free some of its memory, or choose the processor under Settings › Voice.</source>
        <translation>グラフィックカードのメモリの空きを増やすか、「設定」›「音声」でプロセッサを選んでください。</translation>
    </message>
    <message>
        <source>Hands-free: how long a pause may be before Hearth answers.</source>
        <translation>ハンズフリーで、話が途切れてから Hearth が回答を始めるまでの間の長さです。</translation>
    </message>
    <message>
        <source>Hearth found no loudspeaker or headphones.</source>
        <translation>スピーカーもヘッドホンも見つかりませんでした。</translation>
    </message>
    <message>
        <source>Hearth found no microphone.</source>
        <translation>マイクが見つかりませんでした。</translation>
    </message>
    <message>
        <source>Helps to notice when you speak in a noisy room. Words are understood from untouched sound.</source>
        <translation>騒がしい場所で、話し始めに気付きやすくなります。言葉の認識には未処理の音を使います。</translation>
    </message>
    <message>
        <source>How fast Hearth speaks, in percent.</source>
        <translation>Hearth が話す速さ（パーセント）。</translation>
    </message>
    <message>
        <source>How loud Hearth speaks, in percent.</source>
        <translation>Hearth が話す音量（パーセント）。</translation>
    </message>
    <message>
        <source>If you want this connection, open a door to {host} under Settings › Network.</source>
        <translation>この接続が必要な場合は、「設定」›「ネットワーク」で {host} への扉を開いてください。</translation>
    </message>
    <message>
        <source>Image: {0}</source>
        <translation>画像: {0}</translation>
    </message>
    <message>
        <source>Install a language model under Models, or turn “Translate what you say” off under Settings › Voice.</source>
        <translation>「モデル」で言語モデルをインストールするか、「設定」›「音声」で「話した内容の翻訳先」を「翻訳しない」にしてください。</translation>
    </message>
    <message>
        <source>Install it under Models, or use another model server.</source>
        <translation>「モデル」でインストールするか、別のモデルサーバーを使ってください。</translation>
    </message>
    <message>
        <source>Install one under Models › Speech; “base” suits most computers.</source>
        <translation>「モデル」›「音声認識」でインストールしてください。ほとんどのコンピューターには “base” が適しています。</translation>
    </message>
    <message>
        <source>Install the current version under Models.</source>
        <translation>「モデル」で最新バージョンをインストールしてください。</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指示</translation>
    </message>
    <message>
        <source>Interrupt while it speaks</source>
        <translation>話している途中の割り込み</translation>
    </message>
    <message>
        <source>Into another language, keeping the tone</source>
        <translation>文体を保ったまま別の言語に</translation>
    </message>
    <message>
        <source>It may still be loading: press Retry, or choose a smaller model.</source>
        <translation>まだ読み込み中かもしれません。「再試行」を押すか、より小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>It took more than one try ({count}). {reason}</source>
        <translation>{count} 回試しました。{reason}</translation>
    </message>
    <message>
        <source>It was deleted or has expired. Choose another chat, or start a new one.</source>
        <translation>削除されたか、期限が切れています。別のチャットを選ぶか、新しく始めてください。</translation>
    </message>
    <message>
        <source>It was deleted. Choose another one, or make it anew.</source>
        <translation>削除されています。別のものを選ぶか、作成し直してください。</translation>
    </message>
    <message>
        <source>It was deleted. Choose another one.</source>
        <translation>削除されています。別のものを選んでください。</translation>
    </message>
    <message>
        <source>It was deleted. Open the chat again to see what it holds now.</source>
        <translation>削除されています。チャットを開き直して、現在の内容を確認してください。</translation>
    </message>
    <message>
        <source>Keep model loaded</source>
        <translation>モデルの読み込みを維持</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>ウィンドウを閉じても動作を続ける</translation>
    </message>
    <message>
        <source>Keep the microphone ready</source>
        <translation>マイクの待機</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Knows much and answers quickly, since only a tenth of it works at a time; needs plenty of memory.</source>
        <translation>知識が豊富で、一度に働くのは 10 分の 1 だけのため高速に回答します。多くのメモリが必要です。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Language of the interface. “System” follows your computer.</source>
        <translation>画面に表示する言語。「システム」はコンピューターの設定に従います。</translation>
    </message>
    <message>
        <source>Language you speak</source>
        <translation>話す言語</translation>
    </message>
    <message>
        <source>Larger and fully open, from Japan&apos;s research institutes; knowledge about Japan.</source>
        <translation>日本の研究機関による、より大きく完全にオープンなモデル。日本についての知識があります。</translation>
    </message>
    <message>
        <source>Last profile</source>
        <translation>最後に使ったプロファイル</translation>
    </message>
    <message>
        <source>Leave out animations; things appear at once.</source>
        <translation>アニメーションを省き、すぐに表示します。</translation>
    </message>
    <message>
        <source>Lifts a quiet microphone.</source>
        <translation>マイクの小さな音を大きくします。</translation>
    </message>
    <message>
        <source>Light and friendly in conversation; summaries and rewriting.</source>
        <translation>軽快で親しみやすい会話。要約と書き換え。</translation>
    </message>
    <message>
        <source>Limit for calls to models. 0 means no limit.</source>
        <translation>モデルの呼び出し回数の上限。0 の場合は無制限。</translation>
    </message>
    <message>
        <source>Line {line} of the Modelfile cannot be used: {reason}.</source>
        <translation>Modelfile の {line} 行目を使えません: {reason}。</translation>
    </message>
    <message>
        <source>Listen for a wake phrase</source>
        <translation>ウェイクワードを待ち受ける</translation>
    </message>
    <message>
        <source>Load the model there and press Retry, or choose another model.</source>
        <translation>サーバーでモデルを読み込んで「再試行」を押すか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>自動ロック</translation>
    </message>
    <message>
        <source>Lock on suspend</source>
        <translation>スリープ時にロック</translation>
    </message>
    <message>
        <source>Lock when the computer goes to sleep.</source>
        <translation>コンピューターがスリープするときにロックします。</translation>
    </message>
    <message>
        <source>Lock when the screen is locked.</source>
        <translation>画面がロックされたときにロックします。</translation>
    </message>
    <message>
        <source>Lock with the screen</source>
        <translation>画面と一緒にロック</translation>
    </message>
    <message>
        <source>Look at its log under Models, then start it again or install it anew.</source>
        <translation>「モデル」でログを確認し、起動し直すか、インストールし直してください。</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>スピーカー</translation>
    </message>
    <message>
        <source>Made for answering from given sources, in many languages.</source>
        <translation>渡された資料に基づく回答向け。多くの言語に対応。</translation>
    </message>
    <message>
        <source>Make one with “hearth vault create” or by opening the window, or ask with --private, which keeps nothing.</source>
        <translation>“hearth vault create” を実行するかウィンドウを開いて作成するか、何も保存しない --private を付けて質問してください。</translation>
    </message>
    <message>
        <source>Makes your text clearer and keeps your voice</source>
        <translation>書き手らしさを残して、わかりやすくします</translation>
    </message>
    <message>
        <source>Mend spelling and grammar, change nothing else</source>
        <translation>つづりと文法だけを直し、ほかは変えません</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <source>Minutes the model stays in memory after use.</source>
        <translation>使用後にモデルをメモリに置いておく分数。</translation>
    </message>
    <message>
        <source>Minutes without use. 0 never locks by itself.</source>
        <translation>操作のない分数。0 の場合は自動的にロックしません。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Names and jargon that recognition should expect, one a line.</source>
        <translation>音声認識に覚えさせたい名前や専門用語を、1 行に 1 つ入力します。</translation>
    </message>
    <message>
        <source>Nearly as accurate as the largest, several times as quick.</source>
        <translation>最大のモデルに近い精度で、速度は数倍です。</translation>
    </message>
    <message>
        <source>No language model is installed yet.</source>
        <translation>言語モデルがまだインストールされていません。</translation>
    </message>
    <message>
        <source>No model server answers at {address}.</source>
        <translation>{address} で応答するモデルサーバーがありません。</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>対応は必要ありません。</translation>
    </message>
    <message>
        <source>Notice mood</source>
        <translation>気分を読み取る</translation>
    </message>
    <message>
        <source>Noticeably better reasoning than smaller ones, still at home on one graphics card.</source>
        <translation>小さいモデルより推論力が目に見えて高く、1 枚のグラフィックカードで動作します。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Ollama address</source>
        <translation>Ollama のアドレス</translation>
    </message>
    <message>
        <source>Ollama could not do this: {reason}</source>
        <translation>Ollama で実行できませんでした: {reason}</translation>
    </message>
    <message>
        <source>Ollama is not running, so language models cannot be fetched or changed.</source>
        <translation>Ollama が起動していないため、言語モデルの入手や変更ができません。</translation>
    </message>
    <message>
        <source>Ollama is not running: nobody answers at {address}.</source>
        <translation>Ollama が起動していません。{address} から応答がありません。</translation>
    </message>
    <message>
        <source>Ollama’s registry</source>
        <translation>Ollama のレジストリ</translation>
    </message>
    <message>
        <source>On which Hearth speaks.</source>
        <translation>Hearth が話すときに使います。</translation>
    </message>
    <message>
        <source>Once a day an encrypted copy beside the profile: the last seven days and four weeks.</source>
        <translation>1 日 1 回、プロファイルの隣に暗号化されたコピーを作成します。直近の 7 日分と 4 週分を残します。</translation>
    </message>
    <message>
        <source>Only the text, or the encrypted sound as well.</source>
        <translation>テキストだけか、暗号化した音声も一緒に保存するかを選びます。</translation>
    </message>
    <message>
        <source>Only where the server asks for one.</source>
        <translation>サーバーが要求する場合のみ。</translation>
    </message>
    <message>
        <source>Open Models to see why and to start or install it, then press Retry.</source>
        <translation>「モデル」を開いて理由を確認し、起動またはインストールしてから、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Open a profile first.</source>
        <translation>先にプロファイルを開いてください。</translation>
    </message>
    <message>
        <source>Open doors</source>
        <translation>開いている扉</translation>
    </message>
    <message>
        <source>Opens the small window over whatever you are doing.</source>
        <translation>作業中の画面の上に小さなウィンドウを開きます。</translation>
    </message>
    <message>
        <source>Options side by side, then a recommendation</source>
        <translation>選択肢を並べて比べ、おすすめを示します</translation>
    </message>
    <message>
        <source>Other model servers</source>
        <translation>その他のモデルサーバー</translation>
    </message>
    <message>
        <source>Paste code or an error message, or say what you want to build.</source>
        <translation>コードかエラーメッセージを貼り付けるか、作りたいものを教えてください。</translation>
    </message>
    <message>
        <source>Place of the quick chat</source>
        <translation>クイックチャットの位置</translation>
    </message>
    <message>
        <source>Precise instructions, many languages, pictures and tools.</source>
        <translation>正確な指示の実行、多くの言語、画像とツール。</translation>
    </message>
    <message>
        <source>Precise search by meaning in English.</source>
        <translation>英語の文章を意味で精密に検索します。</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, look at the details or restart the model server.</source>
        <translation>「再試行」を押してください。繰り返し起きる場合は、詳細を確認するか、モデルサーバーを再起動してください。</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, restart the model server or choose a smaller model.</source>
        <translation>「再試行」を押してください。繰り返し起きる場合は、モデルサーバーを再起動するか、より小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation>プログラマー</translation>
    </message>
    <message>
        <source>Put the file back where it was. The text stays.</source>
        <translation>ファイルを元の場所に戻してください。テキストは残っています。</translation>
    </message>
    <message>
        <source>Quick and clever for its size; everyday questions, reasoning, many languages.</source>
        <translation>大きさのわりに高速で賢いモデル。日常の質問、推論、多くの言語。</translation>
    </message>
    <message>
        <source>Quick chat</source>
        <translation>クイックチャット</translation>
    </message>
    <message>
        <source>Quick, for clear speech on small machines.</source>
        <translation>高速。性能の低いコンピューターで明瞭な話し声を認識する場合に。</translation>
    </message>
    <message>
        <source>Quiz me on this, one question at a time:</source>
        <translation>1 問ずつ出題してください:</translation>
    </message>
    <message>
        <source>Raise the budget under Settings › Chat, or go on tomorrow.</source>
        <translation>「設定」›「チャット」で上限を上げるか、明日続けてください。</translation>
    </message>
    <message>
        <source>Read answers aloud</source>
        <translation>回答を読み上げる</translation>
    </message>
    <message>
        <source>Read the details below and try again.</source>
        <translation>下の詳細を読んで、もう一度試してください。</translation>
    </message>
    <message>
        <source>Read the details below, then try again or choose another model.</source>
        <translation>下の詳細を読んで、もう一度試すか別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Reads pictures, diagrams and documents well.</source>
        <translation>画像、図表、文書をよく読み取ります。</translation>
    </message>
    <message>
        <source>Reads, writes and reviews code</source>
        <translation>コードを読み、書き、レビューします</translation>
    </message>
    <message>
        <source>Ready, it loses no first syllable. “After use” keeps it open for 30 seconds. Sound that nobody asked for is forgotten after a second.</source>
        <translation>待機させておくと、話し始めの音を逃しません。「使用後しばらく」では 30 秒間オンのままにします。不要な音は 1 秒後に消去されます。</translation>
    </message>
    <message>
        <source>Reasons well and answers quickly for its size; good with tools.</source>
        <translation>大きさのわりに推論に優れ、高速に回答します。ツールが得意です。</translation>
    </message>
    <message>
        <source>Recognise speech on</source>
        <translation>音声認識に使う装置</translation>
    </message>
    <message>
        <source>Recovery key not checked yet</source>
        <translation>復旧キーが未確認</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>動きを減らす</translation>
    </message>
    <message>
        <source>Remove Hearth’s own voice</source>
        <translation>Hearth 自身の声を除去</translation>
    </message>
    <message>
        <source>Remove it under Models › Speech and install it again.</source>
        <translation>「モデル」›「音声認識」で削除し、もう一度インストールしてください。</translation>
    </message>
    <message>
        <source>Install one under Models › Voices.</source>
        <translation>「モデル」›「音声合成」でインストールしてください。</translation>
    </message>
    <message>
        <source>A Chroma server keeps vectors unencrypted, outside of the vault: they tell what your texts are about.</source>
        <translation>Chroma サーバーは、保管庫の外でベクトルを暗号化せずに保持します。ベクトルからは、テキストの内容が分かります。</translation>
    </message>
    <message>
        <source>A memory has between 1 and {most} characters.</source>
        <translation>記憶は 1〜{most} 文字にしてください。</translation>
    </message>
    <message>
        <source>Address of a Chroma server</source>
        <translation>Chroma サーバーのアドレス</translation>
    </message>
    <message>
        <source>Agree to that for {address}, or choose another index.</source>
        <translation>{address} についてこれに同意するか、別のインデックスを選んでください。</translation>
    </message>
    <message>
        <source>Ask documents in new chats</source>
        <translation>新規チャットで文書に質問</translation>
    </message>
    <message>
        <source>Better order of what was found, but slower answers.</source>
        <translation>検索結果の並びがより的確になりますが、回答は遅くなります。</translation>
    </message>
    <message>
        <source>Check its permissions and that the disk is connected, then read it again.</source>
        <translation>アクセス許可とディスクの接続を確認してから、再読み込みしてください。</translation>
    </message>
    <message>
        <source>Check that it is there and that you may open it, then add it again.</source>
        <translation>フォルダーがあり、開く権限があることを確認してから、もう一度追加してください。</translation>
    </message>
    <message>
        <source>Check the address and that the server is Chroma 1.0 or newer; until then Hearth compares exactly.</source>
        <translation>アドレスと、サーバーが Chroma 1.0 以降であることを確認してください。それまで Hearth は厳密な比較を使います。</translation>
    </message>
    <message>
        <source>Choose “Read again” when you want it to be found.</source>
        <translation>検索できるようにするには、「再読み込み」を選んでください。</translation>
    </message>
    <message>
        <source>Finds by meaning with</source>
        <translation>意味検索に使うモデル</translation>
    </message>
    <message>
        <source>Free some memory or close other programs, then read the file again.</source>
        <translation>メモリを空けるか、ほかのプログラムを終了してから、ファイルを再読み込みしてください。</translation>
    </message>
    <message>
        <source>Hearth cannot read files of this kind.</source>
        <translation>この種類のファイルは Hearth で読み込めません。</translation>
    </message>
    <message>
        <source>If it is scanned, check that reading pictures is switched on; a sharper scan may help.</source>
        <translation>スキャンしたファイルの場合は、画像の読み取りがオンになっているか確認してください。より鮮明にスキャンすると改善することがあります。</translation>
    </message>
    <message>
        <source>If you trust it, save it anew in the program that made it.</source>
        <translation>信頼できるファイルの場合は、作成したプログラムで保存し直してください。</translation>
    </message>
    <message>
        <source>Index of meanings</source>
        <translation>意味のインデックス</translation>
    </message>
    <message>
        <source>It was deleted. Choose another collection, or make a new one.</source>
        <translation>削除されています。別のコレクションを選ぶか、新しく作成してください。</translation>
    </message>
    <message>
        <source>It was forgotten or replaced. Add it again if Hearth should know it.</source>
        <translation>削除されたか、置き換えられています。引き続き必要な場合は、もう一度追加してください。</translation>
    </message>
    <message>
        <source>It was removed. Add the file again if you want to ask about it.</source>
        <translation>削除されています。内容について質問するには、ファイルをもう一度追加してください。</translation>
    </message>
    <message>
        <source>Let the model choose passages</source>
        <translation>箇所の選択にモデルを使う</translation>
    </message>
    <message>
        <source>New chats may answer from all collections.</source>
        <translation>新規チャットで、すべてのコレクションから回答できるようにします。</translation>
    </message>
    <message>
        <source>No language model was asked. These passages of your documents are nearest to the question:</source>
        <translation>言語モデルは使っていません。質問に最も近い文書の箇所は次のとおりです。</translation>
    </message>
    <message>
        <source>No language model was asked. This is how what you attached begins:</source>
        <translation>言語モデルには質問していません。添付ファイルの冒頭は次のとおりです:</translation>
    </message>
    <message>
        <source>Only for the Chroma server. Vectors leave the vault’s protection there.</source>
        <translation>Chroma サーバーを使う場合のみ必要です。ベクトルは保管庫の保護の外に置かれます。</translation>
    </message>
    <message>
        <source>Open it in another program to see whether it is whole, then add it again.</source>
        <translation>別のプログラムで開いて壊れていないか確認してから、もう一度追加してください。</translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it anew, then add it again.</source>
        <translation>作成したプログラムで開いて保存し直してから、もう一度追加してください。</translation>
    </message>
    <message>
        <source>Put it back, or remove it from the collection.</source>
        <translation>元の場所に戻すか、コレクションから削除してください。</translation>
    </message>
    <message>
        <source>Read scanned pages</source>
        <translation>スキャンしたページを読み取る</translation>
    </message>
    <message>
        <source>Reading this file took too long and was stopped.</source>
        <translation>読み込みに時間がかかりすぎたため、中止しました。</translation>
    </message>
    <message>
        <source>Reading this file would take too much memory.</source>
        <translation>このファイルの読み込みに必要なメモリが多すぎます。</translation>
    </message>
    <message>
        <source>Reading was stopped before this file.</source>
        <translation>このファイルの前で読み込みが中止されました。</translation>
    </message>
    <message>
        <source>Recognises the words of pictures and scans, on this computer.</source>
        <translation>画像やスキャンの文字を、このコンピューター上で認識します。</translation>
    </message>
    <message>
        <source>Relevance floor</source>
        <translation>関連度の下限</translation>
    </message>
    <message>
        <source>Remember facts about you</source>
        <translation>自分についての情報を記憶</translation>
    </message>
    <message>
        <source>Remove it under Models › Voices and install it again.</source>
        <translation>「モデル」›「音声合成」で削除し、もう一度インストールしてください。</translation>
    </message>
    <message>
        <source>Remove rumble</source>
        <translation>低い雑音を除去</translation>
    </message>
    <message>
        <source>Restart the model server and press Retry.</source>
        <translation>モデルサーバーを再起動し、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Restore the key file or the whole profile from a backup. Nothing was changed.</source>
        <translation>鍵ファイルまたはプロファイル全体をバックアップから復元してください。何も変更されていません。</translation>
    </message>
    <message>
        <source>Restore the latest backup. The damaged database is kept and not changed.</source>
        <translation>最新のバックアップを復元してください。壊れたデータベースは変更せずに残してあります。</translation>
    </message>
    <message>
        <source>Restore the latest backup. The damaged files are kept and not changed.</source>
        <translation>最新のバックアップを復元してください。壊れたファイルは変更せずに残してあります。</translation>
    </message>
    <message>
        <source>Result of the echo test</source>
        <translation>エコーテストの結果</translation>
    </message>
    <message>
        <source>Reuse answers</source>
        <translation>回答を再利用</translation>
    </message>
    <message>
        <source>Review this code:</source>
        <translation>コードをレビューしてください:</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>書き換え</translation>
    </message>
    <message>
        <source>Rewrite this so that it sounds {{tone|clearer and shorter|friendly|formal|confident|diplomatic|simple}}. Keep the language and the meaning, and answer with the new text alone.

{{text}}</source>
        <translation>次の文章を、{{tone|わかりやすく簡潔な|親しみやすい|改まった|自信のある|角の立たない|平易な}}文章に書き換えてください。言語と意味は変えず、新しい文章だけを答えてください。

{{text}}</translation>
    </message>
    <message>
        <source>Run the command again and type the same passphrase twice.</source>
        <translation>コマンドをもう一度実行し、同じパスフレーズを 2 回入力してください。</translation>
    </message>
    <message>
        <source>Run this in a terminal, or hand the passphrase over on a file descriptor named in HEARTH_PASSPHRASE_FD.</source>
        <translation>ターミナルで実行するか、HEARTH_PASSPHRASE_FD で指定したファイル記述子からパスフレーズを渡してください。</translation>
    </message>
    <message>
        <source>Run “hearth doctor”; it says what is missing and how to mend it.</source>
        <translation>“hearth doctor” を実行すると、不足しているものと直し方がわかります。</translation>
    </message>
    <message>
        <source>Run “ollama pull llama3.2” in a terminal (about 2 GB), then press Retry.</source>
        <translation>ターミナルで “ollama pull llama3.2” を実行し（約 2&#xa0;GB）、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Run “ollama pull {model}” in a terminal and press Retry, or choose another model.</source>
        <translation>ターミナルで “ollama pull {model}” を実行して「再試行」を押すか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Save a copy without protection and add that.</source>
        <translation>保護を外したコピーを保存し、それを追加してください。</translation>
    </message>
    <message>
        <source>Save it as PDF, as text or in a current Office or OpenDocument format, and add that.</source>
        <translation>PDF、テキスト、または現行の Office 形式か OpenDocument 形式で保存し、それを追加してください。</translation>
    </message>
    <message>
        <source>Say it again. If it happens often, choose a smaller model under Settings › Voice.</source>
        <translation>もう一度話してください。繰り返し起きる場合は、「設定」›「音声」でより小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>Say it in a sentence or two; put longer texts into a collection of documents.</source>
        <translation>1〜2 文にまとめてください。長いテキストは文書のコレクションに追加してください。</translation>
    </message>
    <message>
        <source>Say which one with --profile NAME.</source>
        <translation>--profile NAME でどれかを指定してください。</translation>
    </message>
    <message>
        <source>Search by meaning across European and Asian languages.</source>
        <translation>ヨーロッパとアジアの言語を意味で検索します。</translation>
    </message>
    <message>
        <source>Search by meaning in over a hundred languages, also in long passages.</source>
        <translation>100 を超える言語を、長い文章も含めて意味で検索します。</translation>
    </message>
    <message>
        <source>Seconds of silence before an answer counts as stalled.</source>
        <translation>回答が止まったと見なすまでの無反応の秒数。</translation>
    </message>
    <message>
        <source>Seconds. Loading a large model takes a while.</source>
        <translation>秒数。大きなモデルの読み込みには時間がかかります。</translation>
    </message>
    <message>
        <source>Servers with OpenAI&apos;s protocol, such as llama.cpp, vLLM and LM Studio.</source>
        <translation>llama.cpp、vLLM、LM Studio など、OpenAI のプロトコルに対応したサーバー。</translation>
    </message>
    <message>
        <source>Shorten it or attach less, or raise the context size under Settings › Chat (now {window} tokens).</source>
        <translation>短くするか添付を減らすか、「設定」›「チャット」でコンテキストのサイズを上げてください（現在 {window} トークン）。</translation>
    </message>
    <message>
        <source>Show me a text. I will say what works, and what would make it better.</source>
        <translation>文章を見せてください。よい点と、さらによくする方法をお伝えします。</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>ウィンドウを表示</translation>
    </message>
    <message>
        <source>Shows what Hearth is doing and opens the quick chat.</source>
        <translation>Hearth の状態を表示し、クイックチャットを開きます。</translation>
    </message>
    <message>
        <source>Size of all text, in percent.</source>
        <translation>すべての文字のサイズ（パーセント）。</translation>
    </message>
    <message>
        <source>Small and fluent in Japanese; conversation and writing.</source>
        <translation>小さくても日本語が流暢。会話と文章作成。</translation>
    </message>
    <message>
        <source>Small and fully open, from Japan&apos;s research institutes.</source>
        <translation>日本の研究機関による、小さくて完全にオープンなモデル。</translation>
    </message>
    <message>
        <source>Small and quick; short texts and simple rewriting.</source>
        <translation>小さくて高速。短い文章と簡単な書き換え。</translation>
    </message>
    <message>
        <source>Small and sober; summaries, extraction, office texts.</source>
        <translation>小さくて堅実。要約、抽出、業務文書。</translation>
    </message>
    <message>
        <source>Small search by meaning in over a hundred languages.</source>
        <translation>100 を超える言語に対応した、小さな意味検索モデル。</translation>
    </message>
    <message>
        <source>Small, good at arithmetic and logic.</source>
        <translation>小さく、計算と論理が得意です。</translation>
    </message>
    <message>
        <source>Small, many languages, looks at pictures; a good all-rounder for a laptop.</source>
        <translation>小さく、多くの言語に対応し、画像も認識します。ノートパソコンに適した万能モデル。</translation>
    </message>
    <message>
        <source>So that you can interrupt it while it speaks through loudspeakers. Try the echo test first.</source>
        <translation>スピーカーで話している途中でも割り込めるようにします。先にエコーテストを試してください。</translation>
    </message>
    <message>
        <source>Sober and careful; documents, extraction, tools.</source>
        <translation>堅実で丁寧。文書、抽出、ツール。</translation>
    </message>
    <message>
        <source>Some of this profile&apos;s data is damaged.</source>
        <translation>このプロファイルのデータの一部が壊れています。</translation>
    </message>
    <message>
        <source>Something answers at {address}, but it is not a model server.</source>
        <translation>{address} から応答がありますが、モデルサーバーではありません。</translation>
    </message>
    <message>
        <source>Something that Hearth needs is not available.</source>
        <translation>Hearth に必要なものが利用できません。</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>問題が発生しました。</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>効果音</translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation>音声認識</translation>
    </message>
    <message>
        <source>Speech recognition stopped unexpectedly, so what you said was lost.</source>
        <translation>音声認識が予期せず停止したため、話した内容が失われました。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Split it into smaller files and add those.</source>
        <translation>小さなファイルに分割して、それらを追加してください。</translation>
    </message>
    <message>
        <source>Split it into smaller files, or save it in a simpler format.</source>
        <translation>小さなファイルに分割するか、より単純な形式で保存してください。</translation>
    </message>
    <message>
        <source>Spoken commands</source>
        <translation>音声コマンド</translation>
    </message>
    <message>
        <source>Spoken words become text in this language.</source>
        <translation>話した言葉を、この言語のテキストにします。</translation>
    </message>
    <message>
        <source>Start Ollama (open the Ollama app, or run “ollama serve”) and press Retry.</source>
        <translation>Ollama を起動し（Ollama アプリを開くか “ollama serve” を実行）、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Start Ollama, or let Hearth install its own, and try again.</source>
        <translation>Ollama を起動するか、Hearth 専用のものをインストールして、もう一度試してください。</translation>
    </message>
    <message>
        <source>Start it again, or log out and in, and try once more.</source>
        <translation>サウンドシステムを起動し直すか、ログアウトしてログインし直してから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Start it there (“chroma run”) and check the address; until then Hearth compares exactly.</source>
        <translation>サーバーを起動し（“chroma run”）、アドレスを確認してください。それまで Hearth は厳密な比較を使います。</translation>
    </message>
    <message>
        <source>Start the model server (llama.cpp, vLLM, LM Studio …) and press Retry.</source>
        <translation>モデルサーバー（llama.cpp、vLLM、LM Studio など）を起動し、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>ログイン時に起動</translation>
    </message>
    <message>
        <source>Starting at login could not be changed: the system refused it.</source>
        <translation>システムに拒否されたため、ログイン時の起動を変更できませんでした。</translation>
    </message>
    <message>
        <source>Step by step, with what could go wrong</source>
        <translation>問題になりうる点も含めて、順を追って説明</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>Strong at mathematics and reasoning, mostly in English.</source>
        <translation>数学と推論に優れています。主に英語。</translation>
    </message>
    <message>
        <source>Strong search by meaning in over a hundred languages.</source>
        <translation>100 を超える言語に対応した、強力な意味検索モデル。</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>Summarise this {{length=in a few bullet points|in one sentence|in a few bullet points|in one paragraph}}. Keep names and figures, and add nothing of your own.

{{text}}</source>
        <translation>次の文章を{{length=箇条書き数点で|1 文で|箇条書き数点で|1 段落で}}要約してください。名前と数字は残し、自分の考えは加えないでください。

{{text}}</translation>
    </message>
    <message>
        <source>Suppress noise</source>
        <translation>雑音を抑える</translation>
    </message>
    <message>
        <source>Take it out, and add those of its folders that you want to ask about, each by itself.</source>
        <translation>このフォルダーを外し、質問に使いたいサブフォルダーを 1 つずつ追加してください。</translation>
    </message>
    <message>
        <source>Takes a picture of the screen into the quick chat.</source>
        <translation>画面の画像をクイックチャットに取り込みます。</translation>
    </message>
    <message>
        <source>Takes out hum and footsteps below speech.</source>
        <translation>声より低いハム音や足音を取り除きます。</translation>
    </message>
    <message>
        <source>Takes the text you selected, or the clipboard, into the quick chat.</source>
        <translation>選択したテキストまたはクリップボードの内容をクイックチャットに取り込みます。</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>話す</translation>
    </message>
    <message>
        <source>Tell when an answer or a download is ready while Hearth’s window is not in front.</source>
        <translation>Hearth のウィンドウが前面にないときに、回答やダウンロードの完了を知らせます。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>Text while you speak</source>
        <translation>話している間のテキスト表示</translation>
    </message>
    <message>
        <source>That does not open this profile.</source>
        <translation>これではこのプロファイルを開けません。</translation>
    </message>
    <message>
        <source>The Chroma server at {address} does not answer.</source>
        <translation>{address} の Chroma サーバーが応答しません。</translation>
    </message>
    <message>
        <source>The Ollama that was downloaded cannot be used on this computer.</source>
        <translation>ダウンロードした Ollama は、このコンピューターでは使えません。</translation>
    </message>
    <message>
        <source>The answer broke off. What had arrived is kept.</source>
        <translation>回答が途切れました。届いた分は保存されています。</translation>
    </message>
    <message>
        <source>The answer reached the limit of its length and was cut off.</source>
        <translation>回答が長さの上限に達したため、途中で切れました。</translation>
    </message>
    <message>
        <source>The answer took longer than {limit_s} seconds and was ended. What had arrived is kept.</source>
        <translation>回答に {limit_s} 秒以上かかったため終了しました。届いた分は保存されています。</translation>
    </message>
    <message>
        <source>The built-in model understands English. An embedding model of Ollama’s can be chosen instead.</source>
        <translation>組み込みモデルが理解できるのは英語です。代わりに Ollama の埋め込みモデルを選べます。</translation>
    </message>
    <message>
        <source>The computer has no memory left for this.</source>
        <translation>コンピューターのメモリが足りません。</translation>
    </message>
    <message>
        <source>The database of this profile is damaged.</source>
        <translation>このプロファイルのデータベースが壊れています。</translation>
    </message>
    <message>
        <source>The disk is full, so this could not be saved. What was saved before is safe.</source>
        <translation>ディスクがいっぱいのため、保存できませんでした。以前に保存したものは失われません。</translation>
    </message>
    <message>
        <source>The files could not be written or read.</source>
        <translation>ファイルの読み書きができませんでした。</translation>
    </message>
    <message>
        <source>The files of this profile cannot be read or written: {reason}</source>
        <translation>このプロファイルのファイルを読み書きできません: {reason}</translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit and could not be summarised, so the model saw only the beginnings of some of them. {reason}</source>
        <translation>最初の {count} 件のメッセージが収まらなくなり、要約もできなかったため、モデルはその一部の冒頭しか見ていません。{reason}</translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit and were summarised for the model.</source>
        <translation>最初の {count} 件のメッセージが収まらなくなったため、モデル用に要約しました。</translation>
    </message>
    <message>
        <source>The first {count} messages no longer fit. The latest of them were summarised for the model; the oldest {left_out} were too many and were left out.</source>
        <translation>最初の {count} 件のメッセージが収まらなくなりました。新しいほうはモデル用に要約し、最も古い {left_out} 件は多すぎるため除きました。</translation>
    </message>
    <message>
        <source>The graphics card could not recognise speech, so the processor does it now. This may be slower.</source>
        <translation>グラフィックカードで音声を認識できなかったため、プロセッサに切り替えました。遅くなることがあります。</translation>
    </message>
    <message>
        <source>The key file of this profile is damaged.</source>
        <translation>このプロファイルの鍵ファイルが壊れています。</translation>
    </message>
    <message>
        <source>The loudspeaker or headphones were disconnected.</source>
        <translation>スピーカーまたはヘッドホンの接続が切れました。</translation>
    </message>
    <message>
        <source>The main points, short</source>
        <translation>要点を短く</translation>
    </message>
    <message>
        <source>The microphone is completely silent.</source>
        <translation>マイクがまったくの無音です。</translation>
    </message>
    <message>
        <source>The microphone stays open. What is said is compared on this computer and forgotten.</source>
        <translation>マイクはオンのままになります。聞こえた言葉はこのコンピューターで照合し、すぐに消去します。</translation>
    </message>
    <message>
        <source>The microphone was disconnected.</source>
        <translation>マイクの接続が切れました。</translation>
    </message>
    <message>
        <source>The model did not answer.</source>
        <translation>モデルが応答しませんでした。</translation>
    </message>
    <message>
        <source>The model gave an empty answer.</source>
        <translation>モデルから空の回答が返されました。</translation>
    </message>
    <message>
        <source>The model has been silent for {silence_s} seconds. What had arrived is kept.</source>
        <translation>モデルから {silence_s} 秒間反応がありません。届いた分は保存されています。</translation>
    </message>
    <message>
        <source>The model server at {address} cannot be reached.</source>
        <translation>{address} のモデルサーバーに接続できません。</translation>
    </message>
    <message>
        <source>The model server at {address} did not answer within {wait_s} seconds.</source>
        <translation>{address} のモデルサーバーが {wait_s} 秒以内に応答しませんでした。</translation>
    </message>
    <message>
        <source>The model server at {address} is too old: version {version}, and {needed} or newer is needed.</source>
        <translation>{address} のモデルサーバーは古すぎます。バージョン {version} ですが、{needed} 以降が必要です。</translation>
    </message>
    <message>
        <source>The model server is busy.</source>
        <translation>モデルサーバーが混み合っています。</translation>
    </message>
    <message>
        <source>The model server refused the question.</source>
        <translation>モデルサーバーが質問を拒否しました。</translation>
    </message>
    <message>
        <source>The model “{model}” is not installed.</source>
        <translation>モデル「{model}」はインストールされていません。</translation>
    </message>
    <message>
        <source>The most accurate, in about a hundred languages; wants a graphics card.</source>
        <translation>約 100 の言語に対応し、最も正確です。グラフィックカードが必要です。</translation>
    </message>
    <message>
        <source>The part of Hearth that reads files did not start.</source>
        <translation>ファイルを読み込む Hearth の機能を起動できませんでした。</translation>
    </message>
    <message>
        <source>The quick chat and the hotkeys stay at hand. Off: closing the window ends Hearth.</source>
        <translation>クイックチャットとホットキーをいつでも使えます。オフの場合、ウィンドウを閉じると Hearth が終了します。</translation>
    </message>
    <message>
        <source>The quickest; understands clear speech, makes mistakes in noise.</source>
        <translation>最も高速。明瞭な話し声は認識しますが、雑音の中では間違えます。</translation>
    </message>
    <message>
        <source>The same German voice in finer quality; takes more time.</source>
        <translation>同じドイツ語の声の高品質版。時間がかかります。</translation>
    </message>
    <message>
        <source>The same in another tone</source>
        <translation>同じ内容を別の文体で</translation>
    </message>
    <message>
        <source>The server at {address} does not have the model “{model}”.</source>
        <translation>{address} のサーバーにモデル「{model}」がありません。</translation>
    </message>
    <message>
        <source>The server of “{model}” is no longer set up.</source>
        <translation>「{model}」のサーバーの設定がなくなりました。</translation>
    </message>
    <message>
        <source>The smallest and quickest, for English.</source>
        <translation>最も小さく高速。英語用。</translation>
    </message>
    <message>
        <source>The sound of “{name}” is no longer there: it was not kept, and the file was moved or deleted.</source>
        <translation>「{name}」の音声はもうありません。音声は保存されておらず、ファイルは移動または削除されました。</translation>
    </message>
    <message>
        <source>The sound system of this computer does not answer.</source>
        <translation>このコンピューターのサウンドシステムが応答しません。</translation>
    </message>
    <message>
        <source>The speech model “{model}” cannot be used: its files are incomplete or damaged.</source>
        <translation>ファイルが不完全か壊れているため、音声認識モデル「{model}」を使えません。</translation>
    </message>
    <message>
        <source>The speech model “{model}” cannot translate what it hears.</source>
        <translation>音声認識モデル「{model}」は、聞き取った内容を翻訳できません。</translation>
    </message>
    <message>
        <source>The strongest of these thinkers that fits one large graphics card.</source>
        <translation>大型グラフィックカード 1 枚で動く思考型モデルの中で最も強力です。</translation>
    </message>
    <message>
        <source>The system did not let Hearth read this file.</source>
        <translation>システムがこのファイルの読み込みを許可しませんでした。</translation>
    </message>
    <message>
        <source>The system keyring cannot be used: {reason}</source>
        <translation>システムのキーリングを使えません: {reason}</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>2 つのパスフレーズが一致しません。</translation>
    </message>
    <message>
        <source>The voice “{voice}” cannot be used: its files are incomplete or damaged.</source>
        <translation>ファイルが不完全か壊れているため、声「{voice}」を使えません。</translation>
    </message>
    <message>
        <source>The voice “{voice}” stopped working, so another one speaks.</source>
        <translation>声「{voice}」が動作しなくなったため、別の声で読み上げます。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>There are several profiles: {names}.</source>
        <translation>複数のプロファイルがあります: {names}</translation>
    </message>
    <message>
        <source>There is a typing error in this recovery key.</source>
        <translation>この復旧キーには入力間違いがあります。</translation>
    </message>
    <message>
        <source>There is already a profile called “{alias}”.</source>
        <translation>「{alias}」というプロファイルはすでにあります。</translation>
    </message>
    <message>
        <source>There is already a prompt called “/{name}”.</source>
        <translation>“/{name}” というプロンプトはすでにあります。</translation>
    </message>
    <message>
        <source>There is no model called “{model}” to download.</source>
        <translation>「{model}」というモデルはダウンロードできません。</translation>
    </message>
    <message>
        <source>There is no model called “{model}”.</source>
        <translation>「{model}」というモデルはありません。</translation>
    </message>
    <message>
        <source>There is no model for speech recognition on this computer yet.</source>
        <translation>このコンピューターには、まだ音声認識モデルがありません。</translation>
    </message>
    <message>
        <source>There is no profile called “{alias}”.</source>
        <translation>「{alias}」というプロファイルはありません。</translation>
    </message>
    <message>
        <source>There is no profile on this computer yet.</source>
        <translation>このコンピューターにはまだプロファイルがありません。</translation>
    </message>
    <message>
        <source>There is no ready-made Ollama for this computer.</source>
        <translation>このコンピューター向けの Ollama は配布されていません。</translation>
    </message>
    <message>
        <source>There is no text in this file that Hearth can read.</source>
        <translation>このファイルには、Hearth が読み取れるテキストがありません。</translation>
    </message>
    <message>
        <source>There is no voice on this computer that could speak.</source>
        <translation>このコンピューターには、読み上げに使える声がありません。</translation>
    </message>
    <message>
        <source>There is not enough free memory to check the passphrase ({memory_mib} MB are needed).</source>
        <translation>パスフレーズを確認するための空きメモリが足りません（{memory_mib}&#xa0;MB 必要です）。</translation>
    </message>
    <message>
        <source>There is not enough memory for “{model}”.</source>
        <translation>「{model}」を動かすメモリが足りません。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} are needed, and {free} are free.</source>
        <translation>ディスクの空きが足りません。{needed} 必要ですが、空きは {free} です。</translation>
    </message>
    <message>
        <source>There is nothing to answer yet.</source>
        <translation>回答する質問がまだありません。</translation>
    </message>
    <message>
        <source>There were too many questions in a short time.</source>
        <translation>短時間の質問が多すぎます。</translation>
    </message>
    <message>
        <source>Think a decision through</source>
        <translation>よく考えて決める</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Thinks at length before it answers; harder puzzles than the small one.</source>
        <translation>回答前にじっくり思考します。小型版より難しいパズル向け。</translation>
    </message>
    <message>
        <source>Thinks at length before it answers; puzzles, mathematics, planning.</source>
        <translation>回答前にじっくり思考します。パズル、数学、計画。</translation>
    </message>
    <message>
        <source>This answer failed in Open WebUI.</source>
        <translation>この回答は Open WebUI で失敗しました。</translation>
    </message>
    <message>
        <source>This backup is incomplete or was changed. Nothing was restored.</source>
        <translation>このバックアップは不完全か、変更されています。何も復元されていません。</translation>
    </message>
    <message>
        <source>This chat is no longer there.</source>
        <translation>このチャットはもうありません。</translation>
    </message>
    <message>
        <source>This collection is no longer there.</source>
        <translation>このコレクションはもうありません。</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>うまくいきませんでした。</translation>
    </message>
    <message>
        <source>This document is no longer in Hearth.</source>
        <translation>この文書はもう Hearth にありません。</translation>
    </message>
    <message>
        <source>This file changed or vanished while it was read.</source>
        <translation>読み込み中に、このファイルが変更されたか、なくなりました。</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>このファイルを読み込めませんでした。</translation>
    </message>
    <message>
        <source>This file is damaged, cut short, or not what its name says.</source>
        <translation>このファイルは壊れているか、途中で切れているか、名前と中身が異なります。</translation>
    </message>
    <message>
        <source>This file is nested too deeply, as files made to do harm are.</source>
        <translation>このファイルは入れ子が深すぎます。悪意のあるファイルに見られる特徴です。</translation>
    </message>
    <message>
        <source>This file is no longer where it was.</source>
        <translation>このファイルは元の場所にありません。</translation>
    </message>
    <message>
        <source>This file is protected with a password or by its publisher.</source>
        <translation>このファイルは、パスワードまたは発行元によって保護されています。</translation>
    </message>
    <message>
        <source>This file is too large, or unpacks to far more than its size.</source>
        <translation>このファイルは大きすぎるか、展開後のサイズが極端に大きくなります。</translation>
    </message>
    <message>
        <source>This folder holds more than 200,000 files. Those beyond are not read.</source>
        <translation>このフォルダーには 200,000 個を超えるファイルがあります。超えた分は読み込まれません。</translation>
    </message>
    <message>
        <source>This is no longer remembered.</source>
        <translation>この記憶はもうありません。</translation>
    </message>
    <message>
        <source>This is the only way to open the profile, so it stays.</source>
        <translation>プロファイルを開く唯一の方法のため、削除できません。</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>このメッセージはもうありません。</translation>
    </message>
    <message>
        <source>This message is too long for “{model}”: about {needed} tokens, and there is room for {room}.</source>
        <translation>このメッセージは「{model}」には長すぎます。約 {needed} トークンですが、残りは {room} トークンです。</translation>
    </message>
    <message>
        <source>This model cannot see images, so it did not see {0} from earlier in the chat.</source>
        <translation>このモデルは画像を認識できないため、チャットの前のほうにある {0} を見ていません。</translation>
    </message>
    <message>
        <source>This persona is no longer there.</source>
        <translation>このペルソナはもうありません。</translation>
    </message>
    <message>
        <source>This profile is already open in another Hearth.</source>
        <translation>このプロファイルは、すでに別の Hearth で開かれています。</translation>
    </message>
    <message>
        <source>This profile is locked.</source>
        <translation>このプロファイルはロックされています。</translation>
    </message>
    <message>
        <source>This profile is not opened this way.</source>
        <translation>このプロファイルはこの方法では開けません。</translation>
    </message>
    <message>
        <source>This profile is older than when it was last closed: it was put back, or recent changes were lost.</source>
        <translation>このプロファイルは、最後に閉じたときより古い状態です。以前の状態に戻されたか、最近の変更が失われています。</translation>
    </message>
    <message>
        <source>This profile needs its passphrase, and there is no terminal to type it on.</source>
        <translation>このプロファイルにはパスフレーズが必要ですが、入力するターミナルがありません。</translation>
    </message>
    <message>
        <source>This profile was written by a newer version of Hearth. Nothing was changed.</source>
        <translation>このプロファイルは、より新しいバージョンの Hearth で書き込まれています。何も変更していません。</translation>
    </message>
    <message>
        <source>This prompt is no longer there.</source>
        <translation>このプロンプトはもうありません。</translation>
    </message>
    <message>
        <source>This session keeps nothing, so there is nothing to back up or to check.</source>
        <translation>このセッションでは何も保存されないため、バックアップや確認の対象がありません。</translation>
    </message>
    <message>
        <source>This transcript is no longer there.</source>
        <translation>この文字起こしはもうありません。</translation>
    </message>
    <message>
        <source>Thorough reasoning and writing for strong graphics cards.</source>
        <translation>高性能グラフィックカード向け。徹底した推論と文章作成。</translation>
    </message>
    <message>
        <source>Tiny and quick, made for Japanese.</source>
        <translation>日本語向けの、ごく小さく高速なモデル。</translation>
    </message>
    <message>
        <source>Tiny; for trying things out and for very old machines.</source>
        <translation>ごく小さいモデル。お試しや、とても古いコンピューターに。</translation>
    </message>
    <message>
        <source>Today’s budget of {limit} tokens is used up.</source>
        <translation>今日の上限の {limit} トークンを使い切りました。</translation>
    </message>
    <message>
        <source>Told about the tray</source>
        <translation>トレイについて案内済み</translation>
    </message>
    <message>
        <source>Told to the model at the start of every chat, for example how you like your answers.</source>
        <translation>すべてのチャットの初めにモデルに伝える内容。例: 好みの答え方</translation>
    </message>
    <message>
        <source>Trained further on Japanese at Tokyo&apos;s Institute of Science; knowledge, translation and long texts.</source>
        <translation>東京科学大学で日本語を追加学習したモデル。知識、翻訳、長い文章。</translation>
    </message>
    <message>
        <source>Trained further on Japanese; natural conversation and writing in Japanese.</source>
        <translation>日本語を追加学習したモデル。自然な日本語での会話と文章作成。</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>Translate into English:</source>
        <translation>英語に翻訳してください:</translation>
    </message>
    <message>
        <source>Translate into Spanish, formally:</source>
        <translation>丁寧なスペイン語に翻訳してください:</translation>
    </message>
    <message>
        <source>Translate this into {{language|English|German|Spanish|French|Italian|Portuguese|Dutch|Polish|Ukrainian|Turkish|Arabic|Hindi|Japanese|Korean|Chinese}}. Keep tone and formatting, and answer with the translation alone.

{{text}}</source>
        <translation>次の文章を{{language|英語|ドイツ語|スペイン語|フランス語|イタリア語|ポルトガル語|オランダ語|ポーランド語|ウクライナ語|トルコ語|アラビア語|ヒンディー語|日本語|韓国語|中国語}}に翻訳してください。調子と書式を保ち、訳文だけを答えてください。

{{text}}</translation>
    </message>
    <message>
        <source>Translate what you say into</source>
        <translation>話した内容の翻訳先</translation>
    </message>
    <message>
        <source>Translates, and says so where a word has no match</source>
        <translation>翻訳し、ぴったりの訳がなければ伝えます</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>翻訳者</translation>
    </message>
    <message>
        <source>Tried in this order when the chosen model fails or is missing.</source>
        <translation>選んだモデルが失敗したときやないときに、この順で試します。</translation>
    </message>
    <message>
        <source>Try again later; if it stays like this, Hearth needs an update.</source>
        <translation>しばらくしてからもう一度試してください。状況が変わらない場合は、Hearth の更新が必要です。</translation>
    </message>
    <message>
        <source>Try again, or choose another model.</source>
        <translation>もう一度試すか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, install Ollama from its own page and start it; Hearth will find it.</source>
        <translation>もう一度試してください。繰り返し起きる場合は、Ollama を公式ページからインストールして起動してください。Hearth が検出します。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, something changes your downloads: do not use them.</source>
        <translation>もう一度試してください。繰り返し起きる場合は、何者かがダウンロードを書き換えています。使わないでください。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, run “hearth doctor”.</source>
        <translation>もう一度試してください。繰り返し起きる場合は “hearth doctor” を実行してください。</translation>
    </message>
    <message>
        <source>Try again; the details below say more.</source>
        <translation>もう一度試してください。詳しくは下の詳細を確認してください。</translation>
    </message>
    <message>
        <source>Turn thinking off for this chat, or choose a thinking model.</source>
        <translation>このチャットの思考をオフにするか、思考できるモデルを選んでください。</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>家庭教師</translation>
    </message>
    <message>
        <source>Type a question first.</source>
        <translation>先に質問を入力してください。</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>ロックを解除して、もう一度試してください。</translation>
    </message>
    <message>
        <source>Unlock with the keyring at start</source>
        <translation>起動時にキーリングでロックを解除</translation>
    </message>
    <message>
        <source>Unlock with your passphrase or recovery key, or start and unlock the system keyring and try again.</source>
        <translation>パスフレーズか復旧キーでロックを解除するか、システムのキーリングを起動してロックを解除し、もう一度試してください。</translation>
    </message>
    <message>
        <source>Update Hearth, then open the profile again.</source>
        <translation>Hearth を更新してから、もう一度プロファイルを開いてください。</translation>
    </message>
    <message>
        <source>Update Ollama from its app or from its download page, start it again and press Retry.</source>
        <translation>Ollama をアプリまたはダウンロードページから更新し、起動し直して「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Use Hearth’s own Ollama</source>
        <translation>Hearth 専用の Ollama を使用</translation>
    </message>
    <message>
        <source>Use an Ollama on another computer, or another model server; both are set up under Settings.</source>
        <translation>別のコンピューターの Ollama か、別のモデルサーバーを使ってください。どちらも「設定」で設定できます。</translation>
    </message>
    <message>
        <source>Use another backup. Your present profile was not touched.</source>
        <translation>別のバックアップを使ってください。現在のプロファイルは変更されていません。</translation>
    </message>
    <message>
        <source>Use letters, digits and - _ . only, with a colon before the variant, for example my-model:latest.</source>
        <translation>英数字と - _ . のみを使い、派生名の前にはコロンを付けてください。例: my-model:latest</translation>
    </message>
    <message>
        <source>Use the passphrase, the system keyring or the recovery key that was set up for it.</source>
        <translation>このプロファイルに設定されているパスフレーズ、システムのキーリング、または復旧キーを使ってください。</translation>
    </message>
    <message>
        <source>Use the window that is already open, or close it first.</source>
        <translation>すでに開いているウィンドウを使うか、先に閉じてください。</translation>
    </message>
    <message>
        <source>Very accurate; some find it steadier than its successor.</source>
        <translation>非常に正確です。後継版より安定しているという人もいます。</translation>
    </message>
    <message>
        <source>Very quick; simple questions and summaries.</source>
        <translation>とても高速。簡単な質問と要約。</translation>
    </message>
    <message>
        <source>Very small and quick; short answers and simple rewriting, even on old laptops.</source>
        <translation>とても小さく高速。古いノートパソコンでも、短い回答と簡単な書き換えができます。</translation>
    </message>
    <message>
        <source>Voice notes keep</source>
        <translation>音声メモの保存内容</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>音声合成</translation>
    </message>
    <message>
        <source>Wait a moment and press Retry.</source>
        <translation>少し待ってから「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Wait for the first word</source>
        <translation>最初の語を待つ時間</translation>
    </message>
    <message>
        <source>Wait for you to finish</source>
        <translation>話し終わりの待ち時間</translation>
    </message>
    <message>
        <source>Wait in mid-answer</source>
        <translation>回答の途中で待つ時間</translation>
    </message>
    <message>
        <source>Wait until the program that writes it has finished, then read it again.</source>
        <translation>書き込み中のプログラムが終わるのを待ってから、再読み込みしてください。</translation>
    </message>
    <message>
        <source>Wait {wait_s} seconds and press Retry.</source>
        <translation>{wait_s} 秒待ってから「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Wake phrases</source>
        <translation>ウェイクワード</translation>
    </message>
    <message>
        <source>What answers at {address} is not a Chroma server that Hearth can use.</source>
        <translation>{address} で応答しているのは、Hearth で使える Chroma サーバーではありません。</translation>
    </message>
    <message>
        <source>What came from {host} is not what it should be, so it was thrown away.</source>
        <translation>{host} から届いたものが本来の内容と異なるため、破棄しました。</translation>
    </message>
    <message>
        <source>What does this error mean, and how do I mend it?</source>
        <translation>このエラーの意味と直し方は？</translation>
    </message>
    <message>
        <source>What is the difference in tone between these two phrases?</source>
        <translation>この 2 つの言い回しはどう違いますか？</translation>
    </message>
    <message>
        <source>What is weak in this paragraph?</source>
        <translation>この段落の弱点はどこですか？</translation>
    </message>
    <message>
        <source>What it means, in plain words</source>
        <translation>意味をやさしい言葉で</translation>
    </message>
    <message>
        <source>What was saved is safe. Please report what you did and the details below.</source>
        <translation>保存済みのものは失われません。何をしたかと下の詳細を報告してください。</translation>
    </message>
    <message>
        <source>What would you like to understand today?</source>
        <translation>今日は何を理解したいですか？</translation>
    </message>
    <message>
        <source>What you said could not be translated, so it stays as you said it.</source>
        <translation>話した内容を翻訳できなかったため、元の言葉のままにしました。</translation>
    </message>
    <message>
        <source>What you say to begin, such as “hey Hearth”. Two or more words work best.</source>
        <translation>「Hey Hearth」のように、話し始めに言う言葉です。2 語以上がおすすめです。</translation>
    </message>
    <message>
        <source>When the profile has a keyring key, open it without asking. Off: always show the unlock page.</source>
        <translation>プロファイルにキーリングの鍵がある場合、確認せずに開きます。オフの場合は、常にロック解除の画面を表示します。</translation>
    </message>
    <message>
        <source>Which text shall I translate, and into which language?</source>
        <translation>どの文章を、どの言語に翻訳しますか？</translation>
    </message>
    <message>
        <source>Window geometry</source>
        <translation>ウィンドウの位置とサイズ</translation>
    </message>
    <message>
        <source>With which Hearth hears you.</source>
        <translation>Hearth が声を聞き取るために使います。</translation>
    </message>
    <message>
        <source>Write a function that</source>
        <translation>次の関数を書いてください:</translation>
    </message>
    <message>
        <source>Write it down as spoken and use “Translate…”, or install “small” or “medium” under Models › Speech.</source>
        <translation>元の言語のまま文字に起こして「翻訳…」を使うか、「モデル」›「音声認識」で “small” または “medium” をインストールしてください。</translation>
    </message>
    <message>
        <source>Writer’s editor</source>
        <translation>文章の編集者</translation>
    </message>
    <message>
        <source>Writes and explains programs.</source>
        <translation>プログラムを書き、説明します。</translation>
    </message>
    <message>
        <source>Writes larger programs, quickly; needs plenty of memory.</source>
        <translation>大きめのプログラムを高速に書きます。多くのメモリが必要です。</translation>
    </message>
    <message>
        <source>Writes well in many languages and understands pictures.</source>
        <translation>多くの言語で文章をうまく書き、画像を理解します。</translation>
    </message>
    <message>
        <source>You are a careful senior programmer. Give working code first, then a short explanation of what is not obvious.
Use the language, version and style of the code you are shown. Handle errors and edge cases; invent no functions or options, and say so when you are not sure that one exists.
When you review, name the faults by how much they matter, with the line and a fix. When a question lacks what you need, ask for it in one sentence.
Put code in fenced blocks with their language.</source>
        <translation>あなたは慎重で経験豊富なプログラマーです。まず動作するコードを示し、続けて、わかりにくい点だけを短く説明してください。
示されたコードの言語、バージョン、スタイルに合わせてください。エラーと境界条件を処理し、存在しない関数やオプションを作り出さず、存在するか確信がないときはそう述べてください。
レビューでは、問題点を重要な順に、該当する行と修正案を添えて挙げてください。質問に必要な情報が足りないときは、1 文で尋ねてください。
コードは言語名を付けたコードブロックに入れてください。</translation>
    </message>
    <message>
        <source>You are a patient tutor. Find out what the learner knows already, then build on it.
Explain one idea at a time, in plain words, with one concrete example. Define a technical term when you first use it.
For exercises, give a hint before the solution and let the learner try. When an answer is wrong, say kindly what is right about it and where it goes astray.
End with one short question that checks understanding. When you are not sure of a fact, say so.</source>
        <translation>あなたは忍耐強い家庭教師です。学習者がすでに知っていることを確かめ、それを土台に進めてください。
一度に 1 つの考えを、やさしい言葉と具体的な例 1 つで説明してください。専門用語は、最初に使うときに定義してください。
練習問題では、答えの前にヒントを出し、学習者に試させてください。答えが間違っているときは、どこが正しく、どこで道を外れたかを優しく伝えてください。
最後に、理解を確かめる短い質問を 1 つしてください。事実に確信がないときは、そう述べてください。</translation>
    </message>
    <message>
        <source>You are a professional translator. Answer with the translation alone unless you are asked for more.
Keep meaning, tone and formatting: headings, lists, Markdown, code and placeholders such as {name} stay as they are. Do not translate names, and do not add or leave out anything.
If no language is named, translate into the language of the owner&apos;s last message, or into English if the text is in that language already.
Where a phrase has no good match or could mean two things, add one line “Note:” at the end.</source>
        <translation>あなたはプロの翻訳者です。それ以上を求められないかぎり、訳文だけを答えてください。
意味、調子、書式を保ってください。見出し、リスト、Markdown、コード、{name} のようなプレースホルダーはそのまま残します。名前は訳さず、何も加えたり省いたりしないでください。
言語の指定がないときは、利用者の直前のメッセージの言語に、原文がすでにその言語であれば英語に翻訳してください。
よい対応表現がない箇所や、2 通りに解釈できる箇所があるときは、最後に「注:」という 1 行を加えてください。</translation>
    </message>
    <message>
        <source>You are an experienced editor. The writer&apos;s voice and intent come first: improve, do not replace.
When you are given a text, answer in its language. Begin with one sentence on what works, then name the two or three changes that would help most, then give the edited text.
Change no facts, add no claims, and keep names, figures and quotations as they are. Where the meaning is unclear, ask instead of guessing.
Prefer short sentences, concrete words and active verbs.</source>
        <translation>あなたは経験豊富な編集者です。書き手の文体と意図を第一とし、置き換えるのではなく、よりよくしてください。
文章を渡されたら、その文章の言語で答えてください。まずよい点を 1 文で述べ、次に最も効果のある変更を 2〜3 点挙げ、最後に推敲した文章を示してください。
事実を変えず、主張を加えず、名前、数字、引用はそのまま残してください。意味が不明なときは、推測せずに尋ねてください。
短い文、具体的な言葉、能動的な表現を優先してください。</translation>
    </message>
    <message>
        <source>Your documents do not hold the answer to this: nothing in them is near enough to the question.</source>
        <translation>文書の中に答えはありません。質問と十分に関連する箇所が見つかりませんでした。</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>よく使う言葉</translation>
    </message>
    <message>
        <source>a name is missing</source>
        <translation>名前がありません</translation>
    </message>
    <message>
        <source>a newer version of Hearth wrote it. Update Hearth first.</source>
        <translation>より新しいバージョンの Hearth で書き込まれています。先に Hearth を更新してください。</translation>
    </message>
    <message>
        <source>a number is too long</source>
        <translation>数値が長すぎます</translation>
    </message>
    <message>
        <source>access was denied</source>
        <translation>アクセスが拒否されました</translation>
    </message>
    <message>
        <source>it cannot be read ({0}).</source>
        <translation>読み込めません（{0}）。</translation>
    </message>
    <message>
        <source>it did not answer within {0} seconds.</source>
        <translation>{0} 秒以内に応答しませんでした。</translation>
    </message>
    <message>
        <source>it does not give back what it was given.</source>
        <translation>預けた内容が正しく返されません。</translation>
    </message>
    <message>
        <source>it holds more than {0} entries.</source>
        <translation>項目が {0} 件を超えています。</translation>
    </message>
    <message>
        <source>it holds personas. Import it on the page “Personas”.</source>
        <translation>ペルソナが含まれています。「ペルソナ」のページでインポートしてください。</translation>
    </message>
    <message>
        <source>it holds prompts. Import it on the page “Prompts”.</source>
        <translation>プロンプトが含まれています。「プロンプト」のページでインポートしてください。</translation>
    </message>
    <message>
        <source>it is damaged, or not a file that Hearth wrote.</source>
        <translation>壊れているか、Hearth が書き込んだファイルではありません。</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>空です。</translation>
    </message>
    <message>
        <source>it is far larger than such a file can be.</source>
        <translation>この種類のファイルとしては大きすぎます。</translation>
    </message>
    <message>
        <source>it is larger than {0} MB.</source>
        <translation>{0}&#xa0;MB を超えています。</translation>
    </message>
    <message>
        <source>it is locked.</source>
        <translation>ロックされています。</translation>
    </message>
    <message>
        <source>it is not a file that Hearth wrote.</source>
        <translation>Hearth が書き込んだファイルではありません。</translation>
    </message>
    <message>
        <source>it is not a text file (byte {0} is no {1}).</source>
        <translation>テキストファイルではありません（{0} バイト目が {1} ではありません）。</translation>
    </message>
    <message>
        <source>it is not a text file.</source>
        <translation>テキストファイルではありません。</translation>
    </message>
    <message>
        <source>it is not the keyring that this profile was made with.</source>
        <translation>このプロファイルの作成時に使ったキーリングではありません。</translation>
    </message>
    <message>
        <source>it no longer holds the key of this profile.</source>
        <translation>このプロファイルの鍵がなくなっています。</translation>
    </message>
    <message>
        <source>it reported an error.</source>
        <translation>エラーが報告されました。</translation>
    </message>
    <message>
        <source>it was written by a newer Hearth; update Hearth first.</source>
        <translation>より新しい Hearth で書き込まれています。先に Hearth を更新してください。</translation>
    </message>
    <message>
        <source>one of its personas has no name.</source>
        <translation>名前のないペルソナがあります。</translation>
    </message>
    <message>
        <source>one of its prompts has no name.</source>
        <translation>名前のないプロンプトがあります。</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>アクセス権がありません</translation>
    </message>
    <message>
        <source>the JSON is broken</source>
        <translation>JSON が壊れています</translation>
    </message>
    <message>
        <source>the JSON is nested too deeply</source>
        <translation>JSON の入れ子が深すぎます</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>ディスクがエラーを報告しました</translation>
    </message>
    <message>
        <source>the file ends in the middle</source>
        <translation>ファイルが途中で終わっています</translation>
    </message>
    <message>
        <source>the one that is set up does not encrypt what it keeps.</source>
        <translation>設定されているキーリングは内容を暗号化しません。</translation>
    </message>
    <message>
        <source>the one that this profile names is not known to encrypt.</source>
        <translation>このプロファイルが指定しているキーリングは、暗号化するものとして知られていません。</translation>
    </message>
    <message>
        <source>the one that this profile was made with is not running.</source>
        <translation>このプロファイルの作成時に使ったキーリングが起動していません。</translation>
    </message>
    <message>
        <source>the system refused it</source>
        <translation>システムに拒否されました</translation>
    </message>
    <message>
        <source>there are no chats in it that Hearth knows.</source>
        <translation>Hearth が認識できるチャットがありません。</translation>
    </message>
    <message>
        <source>there is more behind the end</source>
        <translation>末尾の後に余分な内容があります</translation>
    </message>
    <message>
        <source>there is no JSON array or object</source>
        <translation>JSON の配列またはオブジェクトがありません</translation>
    </message>
    <message>
        <source>there is no file with conversations in this ZIP.</source>
        <translation>この ZIP には会話のファイルがありません。</translation>
    </message>
    <message>
        <source>there is no file “{0}”</source>
        <translation>ファイル「{0}」がありません</translation>
    </message>
    <message>
        <source>there is none on this computer.</source>
        <translation>このコンピューターにはありません。</translation>
    </message>
    <message>
        <source>there is nothing in it.</source>
        <translation>中身がありません。</translation>
    </message>
    <message>
        <source>they are read-only</source>
        <translation>読み取り専用です</translation>
    </message>
    <message>
        <source>they cannot be opened</source>
        <translation>開けません</translation>
    </message>
    <message>
        <source>this ZIP holds {0} files; no export does.</source>
        <translation>この ZIP には {0} 個のファイルがあります。エクスポートとしては多すぎます。</translation>
    </message>
    <message>
        <source>this ZIP is damaged or incomplete.</source>
        <translation>この ZIP は壊れているか、不完全です。</translation>
    </message>
    <message>
        <source>this disk keeps no WAL</source>
        <translation>このディスクは WAL に対応していません</translation>
    </message>
    <message>
        <source>what it holds for this profile was changed.</source>
        <translation>このプロファイルのために保管していた内容が変更されています。</translation>
    </message>
    <message>
        <source>{0} could not be understood ({1}).</source>
        <translation>{0} を解釈できませんでした（{1}）。</translation>
    </message>
    <message>
        <source>{0} holds a message of more than {1} characters.</source>
        <translation>{0} に {1} 文字を超えるメッセージがあります。</translation>
    </message>
    <message>
        <source>{0} holds no messages.</source>
        <translation>{0} にはメッセージがありません。</translation>
    </message>
    <message>
        <source>{0} is in a form that Hearth does not know.</source>
        <translation>{0} は Hearth の知らない形式です。</translation>
    </message>
    <message>
        <source>{command}</source>
        <translation>{command}</translation>
    </message>
    <message>
        <source>{host} could not be reached, or the connection broke off.</source>
        <translation>{host} に接続できなかったか、接続が切れました。</translation>
    </message>
    <message>
        <source>{host} wanted to send Hearth on to {target}, so nothing was fetched.</source>
        <translation>{host} が Hearth を {target} に転送しようとしたため、何も取得しませんでした。</translation>
    </message>
    <message>
        <source>{library} is missing on this computer.</source>
        <translation>このコンピューターに {library} がありません。</translation>
    </message>
    <message>
        <source>“Ask” proposes what it noticed, “automatic” keeps it at once. Private chats are never used.</source>
        <translation>「確認する」では気付いたことを提案し、「自動」ではすぐに記憶します。プライベートチャットは一切使いません。</translation>
    </message>
    <message>
        <source>“Automatic” compares exactly, and lets Chroma take over where that pays.</source>
        <translation>「自動」では厳密な比較を使い、効果がある場合は Chroma に切り替えます。</translation>
    </message>
    <message>
        <source>“Automatic” lets any speech interrupt where the echo test passed, else “stop” and the key.</source>
        <translation>「自動」では、エコーテストに合格していればどんな言葉でも割り込めます。それ以外は「ストップ」とキーで割り込みます。</translation>
    </message>
    <message>
        <source>“Automatic” shows it where this computer is quick enough.</source>
        <translation>「自動」では、このコンピューターの速度が十分な場合に表示します。</translation>
    </message>
    <message>
        <source>“Automatic” tries the graphics card once, keeps what is faster.</source>
        <translation>「自動」では、グラフィックカードを一度試し、速いほうを使います。</translation>
    </message>
    <message>
        <source>“Automatic”: the best one that is quick enough here.</source>
        <translation>「自動」では、このコンピューターで十分に速いモデルの中から最良のものを使います。</translation>
    </message>
    <message>
        <source>“Spoken” reads the answers to what you said, not to what you typed.</source>
        <translation>「話しかけたとき」では、声での質問への回答だけを読み上げ、入力した質問への回答は読み上げません。</translation>
    </message>
    <message>
        <source>“Stop”, “louder”, “repeat” and others work at once, without a model.</source>
        <translation>「ストップ」「もっと大きく」「繰り返して」などは、モデルを使わずにすぐ働きます。</translation>
    </message>
    <message>
        <source>“System” follows the light or dark mode of your desktop.</source>
        <translation>「システム」は、デスクトップのライトモードまたはダークモードに従います。</translation>
    </message>
    <message>
        <source>“{0}” in this ZIP is damaged or encrypted.</source>
        <translation>この ZIP の「{0}」は壊れているか、暗号化されています。</translation>
    </message>
    <message>
        <source>“{0}” in this ZIP unpacks to far more than an export holds.</source>
        <translation>この ZIP の「{0}」は、展開するとエクスポートとして考えられないほど大きくなります。</translation>
    </message>
    <message>
        <source>“{0}” is kept on the Open WebUI server and was not part of the export.</source>
        <translation>「{0}」は Open WebUI のサーバーに保管されており、エクスポートに含まれていません。</translation>
    </message>
    <message>
        <source>“{0}” is not a whole path</source>
        <translation>「{0}」は絶対パスではありません</translation>
    </message>
    <message>
        <source>“{0}” was damaged and is not here.</source>
        <translation>「{0}」は壊れていたため、ここにはありません。</translation>
    </message>
    <message>
        <source>“{0}” was not part of the export.</source>
        <translation>「{0}」はエクスポートに含まれていません。</translation>
    </message>
    <message>
        <source>“{device}” could not be used for sound.</source>
        <translation>「{device}」を音声に使えませんでした。</translation>
    </message>
    <message>
        <source>“{model}” cannot do this.</source>
        <translation>「{model}」ではこれを実行できません。</translation>
    </message>
    <message>
        <source>“{model}” cannot see images.</source>
        <translation>「{model}」は画像を認識できません。</translation>
    </message>
    <message>
        <source>“{model}” cannot show its thinking.</source>
        <translation>「{model}」は思考の過程を表示できません。</translation>
    </message>
    <message>
        <source>“{model}” cannot use tools.</source>
        <translation>「{model}」はツールを使えません。</translation>
    </message>
    <message>
        <source>“{model}” did not begin to answer within {wait_s} seconds.</source>
        <translation>「{model}」は {wait_s} 秒以内に回答を始めませんでした。</translation>
    </message>
    <message>
        <source>“{model}” is being downloaded.</source>
        <translation>「{model}」をダウンロード中です。</translation>
    </message>
    <message>
        <source>“{model}” runs on somebody else’s computer, so nothing was sent to it.</source>
        <translation>「{model}」は他者のコンピューターで動作するため、何も送信しませんでした。</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>「{name}」</translation>
    </message>
    <message>
        <source>“{name}” cannot be used: {reason}</source>
        <translation>「{name}」を使えません: {reason}</translation>
    </message>
    <message>
        <source>“{name}” could not be imported: {reason}</source>
        <translation>「{name}」をインポートできませんでした: {reason}</translation>
    </message>
    <message>
        <source>“{name}” could not be written: {reason}.</source>
        <translation>「{name}」を書き込めませんでした: {reason}。</translation>
    </message>
    <message>
        <source>“{name}” holds characters that nobody sees ({count}); they were left out, as they may be meant to mislead a model.</source>
        <translation>「{name}」には目に見えない文字が含まれています（{count} 文字）。モデルを誤らせるために仕込まれた可能性があるため、除きました。</translation>
    </message>
    <message>
        <source>“{name}” holds no sound that Hearth can read.</source>
        <translation>「{name}」には Hearth で読み込める音声がありません。</translation>
    </message>
    <message>
        <source>“{name}” is no folder that Hearth can read.</source>
        <translation>「{name}」は Hearth が読み込めるフォルダーではありません。</translation>
    </message>
    <message>
        <source>“{name}” is too long to be read whole: the model got its beginning, and the passages further on that are near to the question.</source>
        <translation>「{name}」は長すぎて全体を読み込めません。モデルには冒頭と、質問に近いその先の箇所を渡しました。</translation>
    </message>
    <message>
        <source>“{name}” must lie between {least} and {most}.</source>
        <translation>「{name}」は {least}〜{most} の範囲にしてください。</translation>
    </message>
    <message>
        <source>“{name}” was not attached: {reason}</source>
        <translation>「{name}」を添付できませんでした: {reason}</translation>
    </message>
    <message>
        <source>“{name}”, page {page}</source>
        <translation>「{name}」{page} ページ</translation>
    </message>
    <message>
        <source>“{name}”, part {page}</source>
        <translation>「{name}」パート {page}</translation>
    </message>
    <message>
        <source>“{name}”, slide {page}</source>
        <translation>「{name}」スライド {page}</translation>
    </message>
    <message>
        <source>“{name}”, {page}</source>
        <translation>「{name}」{page}</translation>
    </message>
    <message>
        <source>“{title}” cannot be set to that: {reason}</source>
        <translation>「{title}」をその値に設定できません: {reason}</translation>
    </message>
    <message>
        <source>“{used}” answered instead of “{wanted}”. {reason}</source>
        <translation>「{wanted}」の代わりに「{used}」が回答しました。{reason}</translation>
    </message>
    <message>
        <source>‹hidden: {0}›</source>
        <translation>‹非表示: {0}›</translation>
    </message>
    <message>
        <source>‹{0} hidden signs›</source>
        <translation>‹{0} 個の非表示文字›</translation>
    </message>
</context>
</TS>
